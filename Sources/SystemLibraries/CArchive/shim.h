#ifndef AMBLE_C_ARCHIVE_SHIM_H
#define AMBLE_C_ARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

// `AE_IFREG` is a macro with a cast, which Swift cannot see.
static inline int amble_archive_is_file(struct archive_entry *entry) {
  return archive_entry_filetype(entry) == AE_IFREG;
}

// The formats that are read. What would start other programs is not among them.
static inline void amble_archive_support_formats(struct archive *archive) {
  archive_read_support_filter_bzip2(archive);
  archive_read_support_filter_compress(archive);
  archive_read_support_filter_gzip(archive);
  archive_read_support_filter_lz4(archive);
  archive_read_support_filter_xz(archive);
  archive_read_support_filter_zstd(archive);
  archive_read_support_format_tar(archive);
  archive_read_support_format_zip(archive);
  archive_read_support_format_7zip(archive);
  archive_read_support_format_raw(archive);
}

#endif
