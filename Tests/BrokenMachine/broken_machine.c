#define _GNU_SOURCE
#include "broken_machine.h"
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

// The size of a file of the test's folder; -1 when it is not there.
static long long size_of(const char *name) {
    const char *folder = getenv("BROKEN_MACHINE");
    char path[4096];
    struct stat found;
    if (!folder || snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path) return -1;
    return stat(path, &found) == 0 ? (long long)found.st_size : -1;
}

static int is_full(int descriptor) {
    struct stat file;
    return fstat(descriptor, &file) == 0 && S_ISREG(file.st_mode) && size_of("disk-full") >= 0;
}

#define NEXT(name, type) ((type)dlsym(RTLD_NEXT, name))
#define REFUSE_WHEN_FULL(descriptor) \
    if (is_full(descriptor)) { errno = ENOSPC; return -1; }

ssize_t write(int descriptor, const void *bytes, size_t count) {
    static ssize_t (*next)(int, const void *, size_t);
    if (!next) next = NEXT("write", ssize_t (*)(int, const void *, size_t));
    REFUSE_WHEN_FULL(descriptor)
    return next(descriptor, bytes, count);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t at) {
    static ssize_t (*next)(int, const void *, size_t, off_t);
    if (!next) next = NEXT("pwrite", ssize_t (*)(int, const void *, size_t, off_t));
    REFUSE_WHEN_FULL(descriptor)
    return next(descriptor, bytes, count, at);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t at) {
    static ssize_t (*next)(int, const void *, size_t, off64_t);
    if (!next) next = NEXT("pwrite64", ssize_t (*)(int, const void *, size_t, off64_t));
    REFUSE_WHEN_FULL(descriptor)
    return next(descriptor, bytes, count, at);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    static int (*next)(clockid_t, struct timespec *);
    if (!next) next = NEXT("clock_gettime", int (*)(clockid_t, struct timespec *));
    int result = next(clock, time);
    if (result == 0 && clock == CLOCK_REALTIME) {
        long long minutes = size_of("clock-behind");
        if (minutes > 0) time->tv_sec -= minutes * 60;
    }
    return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    (void)zone;
    struct timespec now;
    int result = clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return result;
}
