#ifndef SEN_CRENAME_H
#define SEN_CRENAME_H

#include <fcntl.h>
#include <sys/syscall.h>

long syscall(long number, ...);

// Lets two paths of one file system change their names at one stroke (Linux 3.15, renameat2 with RENAME_EXCHANGE).
// The C library's own declaration is hidden behind _GNU_SOURCE, which Swift's Glibc module does not set.
static inline int sen_exchange_names(const char *path, const char *other) {
    const unsigned int exchange = 1u << 1;
    return (int)syscall(SYS_renameat2, AT_FDCWD, path, AT_FDCWD, other, exchange);
}

#endif
