import Assets
package import Hummingbird
import Language
package import Serving

/// Style sheet, scripts, typeface and icons, under names that hold their digest.
package enum AssetRoutes {
    package static func add(to router: Router<SenContext>) {
        router.get("/assets/:digest/:name") { request, context -> Response in
            let digest = try context.parameters.require("digest")
            let name = try context.parameters.require("name")
            guard let found = Asset.find(digest: digest, name: name) else {
                throw ServingError(.notFound, "no such asset")
            }
            var headers: HTTPFields = [.cacheControl: found.cacheControl, .eTag: found.asset.entityTag]
            if EntityTag.isKnown(found.asset.entityTag, to: request) {
                return Response(status: .notModified, headers: headers)
            }
            headers[.contentType] = found.asset.contentType
            return Response(
                status: .ok,
                headers: headers,
                body: .init(byteBuffer: ByteBuffer(bytes: found.asset.bytes))
            )
        }
    }
}
