// Makes one system call of a program fail: compiled as a shared object and loaded before the C
// library (LD_PRELOAD).
//
// Calls on files below the folder AMBLE_FAULT_ROOT are counted. Each is named in the file
// AMBLE_FAULT_LOG. The call with the number AMBLE_FAULT_CALL, counted from 1, fails; or, if
// AMBLE_FAULT_SIGNAL is set, the process gets that signal instead. AMBLE_FAULT_NAMED makes files
// without a name impossible, as on file systems that do not have them. AMBLE_FAULT_SHORT makes
// every other write take only a part of the bytes.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long count;
static atomic_long writes;
static long wanted, signal_number;
static const char *root = "", *log_path;
static int is_named, is_short;

static long number(const char *name) {
  const char *text = getenv(name);
  return text ? strtol(text, NULL, 10) : 0;
}

__attribute__((constructor)) static void start(void) {
  root = getenv("AMBLE_FAULT_ROOT");
  log_path = getenv("AMBLE_FAULT_LOG");
  wanted = number("AMBLE_FAULT_CALL");
  signal_number = number("AMBLE_FAULT_SIGNAL");
  is_named = number("AMBLE_FAULT_NAMED") != 0;
  is_short = number("AMBLE_FAULT_SHORT") != 0;
  if (!root) root = "";
}

static int is_below(const char *path) {
  return root[0] && path && strncmp(path, root, strlen(root)) == 0;
}

static int is_open_below(int descriptor) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_below(path);
}

// Counts a call; returns whether it is to fail.
static int fails(const char *call, int error) {
  long index = atomic_fetch_add(&count, 1) + 1;
  if (log_path) {
    char line[128];
    int length = snprintf(line, sizeof line, "%ld %s\n", index, call);
    int log = (int)syscall(
        SYS_openat, AT_FDCWD, log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (log >= 0) {
      syscall(SYS_write, log, line, (size_t)length);
      syscall(SYS_close, log);
    }
  }
  if (index != wanted) return 0;
  if (signal_number) {
    raise((int)signal_number);
    return 0;
  }
  errno = error;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define OPEN(name)                                                                      \
  int name(const char *path, int flags, ...) {                                         \
    va_list arguments;                                                                  \
    va_start(arguments, flags);                                                         \
    mode_t mode = va_arg(arguments, mode_t);                                            \
    va_end(arguments);                                                                  \
    int is_unnamed = (flags & O_TMPFILE) == O_TMPFILE;                                  \
    if (is_unnamed && is_named) {                                                       \
      errno = EOPNOTSUPP;                                                               \
      return -1;                                                                        \
    }                                                                                   \
    int writes = flags & (O_WRONLY | O_RDWR);                                           \
    if (is_below(path) && fails(#name, writes ? ENOSPC : EACCES)) return -1;            \
    return REAL(name)(path, flags, mode);                                               \
  }
OPEN(open)
OPEN(open64)

ssize_t read(int descriptor, void *bytes, size_t size) {
  if (is_open_below(descriptor) && fails("read", EIO)) return -1;
  return REAL(read)(descriptor, bytes, size);
}

ssize_t write(int descriptor, const void *bytes, size_t size) {
  if (is_open_below(descriptor)) {
    if (fails("write", ENOSPC)) return -1;
    if (is_short && size > 1 && atomic_fetch_add(&writes, 1) % 2 == 0) size /= 2;
  }
  return REAL(write)(descriptor, bytes, size);
}

#define AT_PLACE(name, type)                                                            \
  ssize_t name(int descriptor, type bytes, size_t size, off_t place) {                  \
    if (is_open_below(descriptor) && fails(#name, ENOSPC)) return -1;                   \
    return REAL(name)(descriptor, bytes, size, place);                                  \
  }
AT_PLACE(pwrite, const void *)
AT_PLACE(pwrite64, const void *)
AT_PLACE(pread, void *)
AT_PLACE(pread64, void *)

#define ON_FILE(name, parameters, arguments, error)                                     \
  int name parameters {                                                                 \
    if (is_open_below(descriptor) && fails(#name, error)) return -1;                    \
    return REAL(name) arguments;                                                        \
  }
ON_FILE(fsync, (int descriptor), (descriptor), EIO)
ON_FILE(fdatasync, (int descriptor), (descriptor), EIO)
ON_FILE(fchmod, (int descriptor, mode_t mode), (descriptor, mode), EPERM)
ON_FILE(ftruncate, (int descriptor, off_t size), (descriptor, size), ENOSPC)
ON_FILE(ftruncate64, (int descriptor, off_t size), (descriptor, size), ENOSPC)

int rename(const char *source, const char *target) {
  if (is_below(target) && fails("rename", EIO)) return -1;
  return REAL(rename)(source, target);
}

int link(const char *source, const char *target) {
  if (is_below(target) && fails("link", EIO)) return -1;
  return REAL(link)(source, target);
}

int linkat(int from, const char *source, int to, const char *target, int flags) {
  if (is_below(target) && fails("linkat", EIO)) return -1;
  return REAL(linkat)(from, source, to, target, flags);
}

int mkdir(const char *path, mode_t mode) {
  if (is_below(path) && fails("mkdir", ENOSPC)) return -1;
  return REAL(mkdir)(path, mode);
}

#define MAP(name)                                                                       \
  void *name(void *address, size_t size, int access, int flags, int file, off_t place) { \
    if (!(flags & MAP_ANONYMOUS) && is_open_below(file) && fails(#name, ENOMEM))        \
      return MAP_FAILED;                                                                \
    return REAL(name)(address, size, access, flags, file, place);                       \
  }
MAP(mmap)
MAP(mmap64)
