package import Files
internal import Text

/// The files in a zip archive (PKWARE's APPNOTE 6.3), stored or deflated, including zip64 beyond 4
/// GB.
package struct ZipArchive {
  /// A file in the archive.
  package struct Entry {
    /// The name, which may be a path.
    package let name: String
    /// The range of its bytes as they are stored.
    let range: Range<Int>
    let isDeflated: Bool
    /// The number of bytes after decompression.
    package let size: Int
    let checksum: UInt32
  }

  /// What the bytes of an archive begin with, unless it is empty.
  package static let magic: [UInt8] = [0x50, 0x4b, 0x03, 0x04]
  private static let emptyMagic: [UInt8] = [0x50, 0x4b, 0x05, 0x06]
  private static let directoryMagic: [UInt8] = [0x50, 0x4b, 0x01, 0x02]
  private static let largeEndMagic: [UInt8] = [0x50, 0x4b, 0x06, 0x06]
  private static let largeLocatorMagic: [UInt8] = [0x50, 0x4b, 0x06, 0x07]

  private let bytes: FileBytes
  /// The files, in the order of the directory.
  package let entries: [Entry]

  /// Reads the directory of an archive.
  ///
  /// - Parameter bytes: The archive.
  /// - Throws: `BinaryFault` if it is damaged.
  package init(_ bytes: FileBytes) throws(BinaryFault) {
    self.bytes = bytes
    var end = bytes.count - 22
    while end >= max(0, bytes.count - 22 - 0xffff), !bytes.starts(with: Self.emptyMagic, at: end) {
      end -= 1
    }
    guard end >= 0, bytes.starts(with: Self.emptyMagic, at: end) else {
      throw BinaryFault(
        byte: bytes.count, "the zip archive has no directory at its end; it may be cut short")
    }
    var count = UInt64(LittleEndian.load(bytes.span, at: end + 10, as: UInt16.self))
    var start = UInt64(LittleEndian.load(bytes.span, at: end + 16, as: UInt32.self))
    if bytes.starts(with: Self.largeLocatorMagic, at: end - 20) {
      let place = LittleEndian.load(bytes.span, at: end - 12, as: UInt64.self)
      guard let place = Int(exactly: place), place <= end - 56,
        bytes.starts(with: Self.largeEndMagic, at: place)
      else {
        throw BinaryFault(byte: end - 20, "the zip archive's directory is damaged")
      }
      count = LittleEndian.load(bytes.span, at: place + 32, as: UInt64.self)
      start = LittleEndian.load(bytes.span, at: place + 48, as: UInt64.self)
    }
    var position = Int(exactly: start) ?? bytes.count
    var entries: [Entry] = []
    for _ in 0..<min(count, UInt64(bytes.count)) {
      entries.append(try Self.entry(bytes, at: &position))
    }
    self.entries = entries
  }

  /// The arrays of NumPy in the archive.
  ///
  /// - Returns: The files whose names end with `.npy`.
  /// - Throws: `BinaryFault` if they decompress to too much together: many entries can share the
  ///   same few bytes.
  package func numPyEntries() throws(BinaryFault) -> [Entry] {
    let found = entries.filter { $0.name.hasSuffix(".npy") }
    let largestSize = InputFile.largestDecompressedSize
    var sizeLeft = largestSize
    for entry in found where entry.isDeflated {
      guard entry.size <= sizeLeft else {
        throw BinaryFault(
          "the arrays decompress to more than \(largestSize) bytes, too many for the memory; "
            + "store them without compression")
      }
      sizeLeft -= entry.size
    }
    return found
  }

  private static func entry(
    _ bytes: FileBytes, at position: inout Int
  ) throws(BinaryFault) -> Entry {
    let start = position
    guard bytes.starts(with: directoryMagic, at: start), start + 46 <= bytes.count else {
      throw BinaryFault(byte: start, "the zip archive's directory is damaged")
    }
    func load16(_ offset: Int) -> Int {
      Int(LittleEndian.load(bytes.span, at: start + offset, as: UInt16.self))
    }
    func load32(_ offset: Int) -> UInt64 {
      UInt64(LittleEndian.load(bytes.span, at: start + offset, as: UInt32.self))
    }
    let nameEnd = start + 46 + load16(28)
    let extraEnd = nameEnd + load16(30)
    position = extraEnd + load16(32)
    guard position <= bytes.count else {
      throw BinaryFault(byte: start, "the zip archive's directory is damaged")
    }
    let name = bytes.text(start + 46..<nameEnd)
    guard load16(8) & 1 == 0, load16(10) == 0 || load16(10) == 8 else {
      throw BinaryFault(
        byte: start,
        "\(Excerpt.quoted(name.utf8)) is encrypted or compressed in another way than by deflate")
    }
    // Numbers that are too large for their fields follow in the extra field, in this order.
    var large = largeNumbers(bytes, nameEnd..<extraEnd)
    func widened(_ number: UInt64) -> Int? {
      number < 0xffff_ffff ? Int(number) : large.isEmpty ? nil : Int(exactly: large.removeFirst())
    }
    guard let size = widened(load32(24)), let storedSize = widened(load32(20)),
      let header = widened(load32(42)), header <= bytes.count - 30,
      bytes.starts(with: magic, at: header)
    else {
      throw BinaryFault(byte: start, "the zip archive's directory is damaged")
    }
    let dataStart =
      header + 30 + Int(LittleEndian.load(bytes.span, at: header + 26, as: UInt16.self))
      + Int(LittleEndian.load(bytes.span, at: header + 28, as: UInt16.self))
    let isDeflated = load16(10) == 8
    guard storedSize <= bytes.count - dataStart, isDeflated || size == storedSize else {
      throw BinaryFault(byte: start, "\(Excerpt.quoted(name.utf8)) ends after the zip archive")
    }
    return Entry(
      name: name, range: dataStart..<dataStart + storedSize, isDeflated: isDeflated, size: size,
      checksum: UInt32(load32(16)))
  }

  /// The numbers in the zip64 extra field.
  private static func largeNumbers(_ bytes: FileBytes, _ range: Range<Int>) -> [UInt64] {
    let span = bytes.span
    var position = range.lowerBound
    while position + 4 <= range.upperBound {
      let kind = LittleEndian.load(span, at: position, as: UInt16.self)
      let size = Int(LittleEndian.load(span, at: position + 2, as: UInt16.self))
      position += 4
      if kind == 1, position + size <= range.upperBound {
        return (0..<size / 8).map { index in
          LittleEndian.load(span, at: position + 8 * index, as: UInt64.self)
        }
      }
      position += size
    }
    return []
  }

  /// The bytes of a file of the archive.
  ///
  /// - Parameter entry: One of `entries`.
  /// - Returns: Bytes, which are the archive's if the file is stored as it is, and the range of the
  ///   file in them.
  /// - Throws: `BinaryFault` if it is damaged.
  package func content(
    of entry: Entry
  ) throws(BinaryFault) -> (bytes: FileBytes, range: Range<Int>) {
    let stored = bytes.span.extracting(entry.range)
    guard entry.isDeflated else {
      try check(Deflate.checksum(stored), entry)
      return (bytes, entry.range)
    }
    guard let content = Deflate.decompress(stored, size: entry.size) else {
      throw BinaryFault(
        byte: entry.range.lowerBound,
        "\(Excerpt.quoted(entry.name.utf8)) is damaged: it cannot be decompressed")
    }
    try check(Deflate.checksum(content.span), entry)
    return (FileBytes(content), 0..<content.count)
  }

  private func check(_ checksum: UInt32, _ entry: Entry) throws(BinaryFault) {
    guard checksum == entry.checksum else {
      throw BinaryFault(
        byte: entry.range.lowerBound,
        "\(Excerpt.quoted(entry.name.utf8)) is damaged: its check sum is wrong")
    }
  }
}
