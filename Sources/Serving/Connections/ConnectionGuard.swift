import Hummingbird
import Language
package import NIOCore
package import NIOHTTPTypes

/// Ends connections that only take up room, and says why where the client still listens.
///
/// It stands between HTTP and the program, for the program sees a request only when its headers are whole.
package final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPRequestPart
    package typealias InboundOut = HTTPRequestPart
    package typealias OutboundIn = HTTPResponsePart
    package typealias OutboundOut = HTTPResponsePart

    private let limits: ConnectionLimits
    private let room: ConnectionRoom
    private var progress: ConnectionProgress?
    private var timer: (deadline: NIODeadline, scheduled: Scheduled<Void>)?
    private var isEnding = false

    package init(_ limits: ConnectionLimits, _ room: ConnectionRoom) {
        (self.limits, self.room) = (limits, room)
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    package func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    package func channelInactive(context: ChannelHandlerContext) {
        room.leave(context.channel)
        timer?.scheduled.cancel()
        context.fireChannelInactive()
    }

    package func handlerRemoved(context: ChannelHandlerContext) {
        room.leave(context.channel)
        timer?.scheduled.cancel()
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isEnding else { return }
        let now = context.eventLoop.now
        switch unwrapInboundIn(data) {
        case .head: progress?.readHead(at: now)
        case .body(let bytes): progress?.readBody(bytes.readableBytes)
        case .end:
            progress?.readEnd(at: now)
            tellRoom(context)
        }
        watchTime(context)
        context.fireChannelRead(data)
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isEnding else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head: progress?.beginAnswer()
        case .body: break
        case .end:
            progress?.endAnswer(at: context.eventLoop.now)
            tellRoom(context)
            watchTime(context)
        }
        context.write(data, promise: promise)
    }

    package func channelWritabilityChanged(context: ChannelHandlerContext) {
        progress?.setWritable(context.channel.isWritable, at: context.eventLoop.now)
        watchTime(context)
        context.fireChannelWritabilityChanged()
    }

    /// What is no request at all is answered here; within one, whoever reads it is told.
    package func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let progress, progress.isBetweenRequests, !isEnding else {
            context.fireErrorCaught(error)
            return
        }
        end(context, .badRequest, .requestUnreadable)
    }

    /// A request that is still being sent must not hold up the end of the program.
    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent, progress?.isReading == true { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard progress == nil else { return }
        progress = ConnectionProgress(limits, at: context.eventLoop.now)
        guard room.enter(context.channel, at: context.eventLoop.now) else {
            return end(context, .serviceUnavailable, .connectionsFull)
        }
        watchTime(context)
    }

    private func tellRoom(_ context: ChannelHandlerContext) {
        let isWaiting = progress?.isWaiting ?? true
        room.update(context.channel, waitingSince: isWaiting ? context.eventLoop.now : nil)
    }

    /// Looks again when the client's time is over; a later moment than that is looked up only then.
    private func watchTime(_ context: ChannelHandlerContext) {
        guard let deadline = progress?.deadline, deadline < timer?.deadline ?? .distantFuture else { return }
        timer?.scheduled.cancel()
        let scheduled = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { [self] in
            timer = nil
            endIfLate(context)
        }
        timer = (deadline, scheduled)
    }

    private func endIfLate(_ context: ChannelHandlerContext) {
        guard let progress, let deadline = progress.deadline, !isEnding else { return }
        guard context.eventLoop.now >= deadline else { return watchTime(context) }
        switch progress.ending {
        case .tell: end(context, .requestTimeout, .requestTooSlow)
        case .close: context.close(promise: nil)
        }
    }

    /// Answers in both languages, for nobody has said who they are, and closes.
    private func end(_ context: ChannelHandlerContext, _ status: HTTPResponse.Status, _ text: Text) {
        isEnding = true
        let body = ByteBuffer(string: "\(text(.vietnamese))\n\(text(.english))\n")
        let fields: HTTPFields = [
            .contentType: "text/plain; charset=utf-8", .contentLength: String(body.readableBytes),
            .connection: "close",
        ]
        let head = HTTPResponse(status: status, headerFields: fields)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        let written = context.eventLoop.makePromise(of: Void.self)
        let channel = context.channel
        written.futureResult.whenComplete { _ in channel.close(promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
    }
}
