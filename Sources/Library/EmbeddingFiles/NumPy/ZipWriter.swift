internal import BinaryFiles
internal import Files

/// Writes a zip archive of stored files, whose bytes are produced twice: for the checksum, and to
/// be written.
struct ZipWriter {
  private var directory: [UInt8] = []
  private var count = 0
  private var position = 0
  private static let limit = 0xffff_ffff

  /// Appends a file.
  ///
  /// - Parameters:
  ///   - name: The name of the file, in ASCII.
  ///   - size: The number of its bytes.
  ///   - file: The archive.
  ///   - pieces: Passes the bytes of the file to a body, piece by piece.
  /// - Throws: `FileError` if the bytes cannot be written.
  mutating func append(
    _ name: String, size: Int, to file: inout OutputFile,
    _ pieces: ((_ body: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void)
  ) throws(FileError) {
    var checksum: UInt32 = 0
    try pieces { bytes throws(FileError) in
      checksum = Deflate.checksum(bytes.span, after: checksum)
    }
    let isLarge = size >= Self.limit
    var header = ZipArchive.magic
    header += fields(name, size: size, checksum: checksum, isLarge: isLarge)
    var extra: [UInt8] = []
    if isLarge { extra = Self.extraField([size, size]) }
    LittleEndian.append(UInt16(extra.count), to: &header)
    header += name.utf8
    header += extra
    try file.write(header)
    try pieces { bytes throws(FileError) in try file.write(bytes) }
    record(name, size: size, checksum: checksum)
    position += header.count + size
  }

  /// The fields from the version to the length of the name, which the header of a file and its
  /// directory entry have in common.
  private func fields(
    _ name: String, size: Int, checksum: UInt32, isLarge: Bool
  ) -> [UInt8] {
    var fields: [UInt8] = []
    LittleEndian.append(UInt16(isLarge ? 45 : 20), to: &fields)
    // No flags, stored, midnight of the first day that the format can express: equal files give
    // equal bytes.
    for value in [0, 0, 0, 0x21] as [UInt16] { LittleEndian.append(value, to: &fields) }
    LittleEndian.append(checksum, to: &fields)
    let shown = UInt32(isLarge ? Self.limit : size)
    LittleEndian.append(shown, to: &fields)
    LittleEndian.append(shown, to: &fields)
    LittleEndian.append(UInt16(name.utf8.count), to: &fields)
    return fields
  }

  private static func extraField(_ numbers: [Int]) -> [UInt8] {
    var field: [UInt8] = []
    LittleEndian.append(1 as UInt16, to: &field)
    LittleEndian.append(UInt16(8 * numbers.count), to: &field)
    for number in numbers { LittleEndian.append(UInt64(number), to: &field) }
    return field
  }

  private mutating func record(_ name: String, size: Int, checksum: UInt32) {
    let isLarge = size >= Self.limit
    let isFar = position >= Self.limit
    let numbers = (isLarge ? [size, size] : []) + (isFar ? [position] : [])
    let extra = numbers.isEmpty ? [] : Self.extraField(numbers)
    directory += [0x50, 0x4b, 0x01, 0x02]
    LittleEndian.append(UInt16(numbers.isEmpty ? 20 : 45), to: &directory)
    directory += fields(name, size: size, checksum: checksum, isLarge: isLarge)
    LittleEndian.append(UInt16(extra.count), to: &directory)
    for value in [0, 0, 0] as [UInt16] { LittleEndian.append(value, to: &directory) }
    LittleEndian.append(0 as UInt32, to: &directory)
    LittleEndian.append(UInt32(isFar ? Self.limit : position), to: &directory)
    directory += name.utf8
    directory += extra
    count += 1
  }

  /// Writes the directory, which completes the archive.
  func finish(_ file: inout OutputFile) throws(FileError) {
    var end = directory
    if position >= Self.limit {
      end += [0x50, 0x4b, 0x06, 0x06]
      LittleEndian.append(44 as UInt64, to: &end)
      LittleEndian.append(45 as UInt16, to: &end)
      LittleEndian.append(45 as UInt16, to: &end)
      LittleEndian.append(0 as UInt64, to: &end)
      for value in [count, count, directory.count, position] {
        LittleEndian.append(UInt64(value), to: &end)
      }
      end += [0x50, 0x4b, 0x06, 0x07]
      LittleEndian.append(0 as UInt32, to: &end)
      LittleEndian.append(UInt64(position + directory.count), to: &end)
      LittleEndian.append(1 as UInt32, to: &end)
    }
    end += [0x50, 0x4b, 0x05, 0x06, 0, 0, 0, 0]
    LittleEndian.append(UInt16(count), to: &end)
    LittleEndian.append(UInt16(count), to: &end)
    LittleEndian.append(UInt32(directory.count), to: &end)
    LittleEndian.append(UInt32(min(position, Self.limit)), to: &end)
    LittleEndian.append(0 as UInt16, to: &end)
    try file.write(end)
  }
}
