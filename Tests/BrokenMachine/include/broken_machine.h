// Loaded before a program (LD_PRELOAD), it makes the machine under it go bad when a test says so.
//
// BROKEN_MACHINE names a folder. While it has a file `disk-full`, no regular file takes a byte more (ENOSPC). A file
// `clock-behind` of N bytes sets the program's calendar clock back by N minutes.
#ifndef BROKEN_MACHINE_H
#define BROKEN_MACHINE_H
#endif
