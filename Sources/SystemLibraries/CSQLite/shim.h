#ifndef AMBLE_C_SQLITE_SHIM_H
#define AMBLE_C_SQLITE_SHIM_H

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// `SQLITE_TRANSIENT` is a macro with a cast, which Swift cannot see. It makes SQLite copy the
// bytes.
static inline int amble_sqlite_bind_text(
    sqlite3_stmt *statement, int index, const char *text, sqlite3_uint64 size) {
  return sqlite3_bind_text64(statement, index, text, size, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int amble_sqlite_bind_blob(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 size) {
  return sqlite3_bind_blob64(statement, index, bytes, size, SQLITE_TRANSIENT);
}

// Open files as databases: the "amble-descriptor" files. Their path is the number of the open file,
// which may have no path of its own. Nobody else uses them, so that there is nothing to lock, and
// no journal, which would have to be beside them.

typedef struct {
  sqlite3_file base;
  int descriptor;
} amble_file;

static inline int amble_file_close(sqlite3_file *file) {
  (void)file;  // It belongs to whoever opened it.
  return SQLITE_OK;
}

static inline int amble_file_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 place) {
  int done = 0;
  while (done < size) {
    ssize_t count =
        pread(((amble_file *)file)->descriptor, (char *)bytes + done, size - done, place + done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return SQLITE_IOERR_READ;
    if (count == 0) {
      memset((char *)bytes + done, 0, size - done);
      return SQLITE_IOERR_SHORT_READ;
    }
    done += count;
  }
  return SQLITE_OK;
}

static inline int amble_file_write(sqlite3_file *file, const void *bytes, int size,
                                   sqlite3_int64 place) {
  int done = 0;
  while (done < size) {
    ssize_t count = pwrite(((amble_file *)file)->descriptor, (const char *)bytes + done,
                           size - done, place + done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    done += count;
  }
  return SQLITE_OK;
}

static inline int amble_file_truncate(sqlite3_file *file, sqlite3_int64 size) {
  return ftruncate(((amble_file *)file)->descriptor, size) == 0 ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

static inline int amble_file_sync(sqlite3_file *file, int flags) {
  (void)file, (void)flags;  // Whoever opened it flushes it.
  return SQLITE_OK;
}

static inline int amble_file_size(sqlite3_file *file, sqlite3_int64 *size) {
  struct stat status;
  if (fstat(((amble_file *)file)->descriptor, &status) != 0) return SQLITE_IOERR_FSTAT;
  *size = status.st_size;
  return SQLITE_OK;
}

static inline int amble_file_lock(sqlite3_file *file, int kind) {
  (void)file, (void)kind;
  return SQLITE_OK;
}

static inline int amble_file_is_reserved(sqlite3_file *file, int *result) {
  (void)file;
  *result = 0;
  return SQLITE_OK;
}

static inline int amble_file_control(sqlite3_file *file, int operation, void *argument) {
  (void)file, (void)operation, (void)argument;
  return SQLITE_NOTFOUND;
}

static inline int amble_file_sector_size(sqlite3_file *file) {
  (void)file;
  return 4096;
}

static inline int amble_file_characteristics(sqlite3_file *file) {
  (void)file;
  return 0;
}

static inline int amble_open_descriptor(sqlite3_vfs *vfs, const char *path, sqlite3_file *file,
                                        int flags, int *result) {
  static const sqlite3_io_methods methods = {
      .iVersion = 1,
      .xClose = amble_file_close,
      .xRead = amble_file_read,
      .xWrite = amble_file_write,
      .xTruncate = amble_file_truncate,
      .xSync = amble_file_sync,
      .xFileSize = amble_file_size,
      .xLock = amble_file_lock,
      .xUnlock = amble_file_lock,
      .xCheckReservedLock = amble_file_is_reserved,
      .xFileControl = amble_file_control,
      .xSectorSize = amble_file_sector_size,
      .xDeviceCharacteristics = amble_file_characteristics,
  };
  (void)vfs;
  file->pMethods = NULL;
  if (!path || !(flags & SQLITE_OPEN_MAIN_DB)) return SQLITE_CANTOPEN;
  ((amble_file *)file)->descriptor = atoi(path);
  file->pMethods = &methods;
  if (result) *result = flags;
  return SQLITE_OK;
}

static inline int amble_keep_path(sqlite3_vfs *vfs, const char *path, int size, char *result) {
  (void)vfs;
  size_t length = strlen(path);
  if (size < 0 || length >= (size_t)size) return SQLITE_CANTOPEN;
  memcpy(result, path, length + 1);
  return SQLITE_OK;
}

static inline int amble_is_accessible(sqlite3_vfs *vfs, const char *path, int kind, int *result) {
  (void)vfs, (void)path, (void)kind;
  *result = 0;
  return SQLITE_OK;
}

// Makes the files known; to be called once.
static inline int amble_sqlite_register_descriptors(void) {
  static sqlite3_vfs files;
  sqlite3_vfs *standard = sqlite3_vfs_find(NULL);
  if (!standard) return SQLITE_ERROR;
  files = *standard;
  files.pNext = NULL;
  files.zName = "amble-descriptor";
  files.szOsFile = sizeof(amble_file);
  files.xOpen = amble_open_descriptor;
  files.xFullPathname = amble_keep_path;
  files.xAccess = amble_is_accessible;
  return sqlite3_vfs_register(&files, 0);
}

#endif
