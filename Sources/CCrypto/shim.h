// The streaming SHA-256 functions are kept in use on purpose: their state is a plain struct, so that a hasher is a
// Swift value, and a short message costs a fifth of what the EVP functions need.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

// What is a macro or a typed stack in OpenSSL, which Swift does not import.

/// Writes a name as RFC 2253 text in UTF-8.
static inline int sen_name_text(BIO *out, const X509_NAME *name) {
    return X509_NAME_print_ex(out, name, 0, (XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) | ASN1_STRFLGS_UTF8_CONVERT);
}

/// The bytes that a memory BIO holds; they live as long as it does.
static inline long sen_bio_bytes(BIO *memory, char **start) { return BIO_get_mem_data(memory, start); }

/// The subject alternative names, or NULL; freed with sen_names_free.
static inline GENERAL_NAMES *sen_names_of(const X509 *certificate) {
    return (GENERAL_NAMES *)X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
}
static inline int sen_names_count(const GENERAL_NAMES *names) { return sk_GENERAL_NAME_num(names); }
static inline void sen_names_free(GENERAL_NAMES *names) { GENERAL_NAMES_free(names); }

/// The DNS name at `index`, or NULL when that name is of another kind.
static inline const ASN1_STRING *sen_names_dns(const GENERAL_NAMES *names, int index) {
    int kind = 0;
    void *value = GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names, index), &kind);
    return kind == GEN_DNS ? (const ASN1_STRING *)value : NULL;
}
