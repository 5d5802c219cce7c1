internal import Algorithms
package import Files

/// The header of an array in NumPy's format, version 1.0 to 3.0: what follows it and where.
///
/// It is a Python dictionary as text:
/// `{'descr': '<f4', 'fortran_order': False, 'shape': (34, 128), }`.
package struct NumPyArray: Sendable {
  /// What the bytes of an array begin with.
  package static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The type of the elements in NumPy's notation, such as `<f4`.
  package let type: String
  /// Whether the elements are stored column by column instead of row by row.
  package let isTransposed: Bool
  /// The number of elements along each axis.
  package let shape: [Int]
  /// The position of the first element in the file.
  package let dataOffset: Int

  /// Whether the elements are texts.
  package var isText: Bool { type.hasPrefix("<U") || type.hasPrefix("|S") }

  /// Reads the header of an array.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: The range of the array in the file.
  /// - Throws: `BinaryFault` with the place at which the header is damaged.
  package init(_ bytes: FileBytes, _ range: Range<Int>) throws(BinaryFault) {
    let start = range.lowerBound
    guard range.count >= 10, bytes.starts(with: Self.magic, at: start) else {
      throw BinaryFault(byte: start, "this is not a NumPy array")
    }
    let version = bytes.span[start + 6]
    guard (1...3).contains(version) else {
      throw BinaryFault(
        byte: start + 6, "NumPy's format of version \(version) is not known; 1, 2 and 3 are")
    }
    let lengthSize = version == 1 ? 2 : 4
    let headerStart = start + 8 + lengthSize
    guard headerStart <= range.upperBound else {
      throw BinaryFault(byte: range.upperBound, "the file ends within the array's header")
    }
    let length =
      version == 1
      ? Int(LittleEndian.load(bytes.span, at: start + 8, as: UInt16.self))
      : Int(LittleEndian.load(bytes.span, at: start + 8, as: UInt32.self))
    guard length <= range.upperBound - headerStart else {
      throw BinaryFault(byte: range.upperBound, "the file ends within the array's header")
    }
    let text = bytes.text(headerStart..<headerStart + length)
    guard let type = Self.value(of: "descr", in: text), type.first == "'",
      let order = Self.value(of: "fortran_order", in: text), order == "True" || order == "False",
      let shape = Self.value(of: "shape", in: text).flatMap(Self.shape)
    else {
      throw BinaryFault(
        byte: headerStart, "the array's header does not tell descr, fortran_order and shape")
    }
    self.type = String(type.dropFirst().prefix { $0 != "'" })
    self.shape = shape
    isTransposed = order == "True"
    dataOffset = headerStart + length
  }

  /// The text of a value in the dictionary, up to the following comma.
  private static func value(of key: String, in text: String) -> String? {
    let pieces = text.split(separator: "'\(key)'", maxSplits: 1, omittingEmptySubsequences: false)
    guard pieces.count == 2 else { return nil }
    let rest = pieces[1].drop { $0 == " " || $0 == ":" }
    let isTuple = rest.first == "("
    let value = rest.prefix { isTuple ? $0 != ")" : $0 != "," && $0 != "}" }
    return value.last == " " ? nil : String(value)
  }

  /// The numbers of a tuple such as `(34, 128`.
  private static func shape(_ text: String) -> [Int]? {
    guard text.first == "(" else { return nil }
    var shape: [Int] = []
    for field in text.dropFirst().split(separator: ",") {
      let digits = field.drop { $0 == " " }
      if digits.isEmpty { continue }
      guard let size = Int(digits), size >= 0 else { return nil }
      shape.append(size)
    }
    return shape
  }

  /// The header of an array in row-major order, padded so that the elements start at a multiple of
  /// 64.
  ///
  /// - Parameters:
  ///   - type: The type of the elements in NumPy's notation.
  ///   - shape: The number of elements along each axis.
  /// - Returns: The bytes, which the elements follow.
  package static func header(type: String, shape: [Int]) -> [UInt8] {
    let shape = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    let text = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(shape)), }"
    let length = (10 + text.utf8.count + 1).roundedUp(toMultipleOf: 64) - 10
    var header = magic + [1, 0]
    LittleEndian.append(UInt16(length), to: &header)
    header += text.utf8
    header += repeatElement(UInt8(ascii: " "), count: length - text.utf8.count - 1)
    header.append(UInt8(ascii: "\n"))
    return header
  }
}
