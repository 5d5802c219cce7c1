#ifndef AMBLE_C_SYSTEM_H
#define AMBLE_C_SYSTEM_H

#include <stddef.h>
#include <stdint.h>

// What Swift does not see of the platform's C library, or sees differently on each platform.

/// Makes `malloc` return large blocks to the system when they are freed, and keep few pools of
/// small ones. Does nothing where the C library is not glibc.
///
/// By default, glibc keeps what each thread frees, in up to eight pools per processor, so that the
/// memory of a process would grow with the number of its threads.
void amble_return_freed_memory(void);

/// The limit of the address space, or of the data, that this process may have, in bytes; INT64_MAX
/// if there is none.
int64_t amble_address_space_limit(void);
int64_t amble_data_limit(void);

/// Records the path of a file that is to be removed if a signal ends the process.
///
/// Returns a number for `amble_release_name`, or -1 if too many are recorded or the path is longer
/// than any. Only programs handle signals: see `amble_end_on_signal`.
int amble_hold_name(const char *path);
void amble_release_name(int slot);

/// Records a mapped file, and what to say if a part of it cannot be read because another process
/// has cut the file short.
///
/// Returns a number for `amble_release_mapping`, or -1 if too many are recorded.
int amble_hold_mapping(const void *start, size_t length, const char *message);
void amble_release_mapping(int slot);

/// Makes a signal remove the recorded files before it ends the process, unless it is ignored.
void amble_end_on_signal(int number);

/// Makes a part of a recorded mapping that cannot be read end the process with the message on
/// standard error and the exit code 1. By default, the signal SIGBUS ends it.
void amble_report_lost_pages(void);

/// Whether a signal is ignored.
int amble_is_ignored(int number);

#endif
