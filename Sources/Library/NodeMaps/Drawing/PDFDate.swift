/// The date in a PDF file, which would make every drawing of a map another file.
///
/// Cairo writes the time of drawing, `/CreationDate (D:20261129015103Z)`, with the offset of the
/// local time zone in the place of the Z, `+01'00`. Its files end with a table of the places of
/// all objects, which shift when the date is of another length.
enum PDFDate {
  private static let key = Array("/CreationDate (D:".utf8)
  private static let constant = Array("19700101000000Z".utf8)

  /// Replaces the date by that of the year 1970.
  ///
  /// - Parameter file: The bytes of a PDF file.
  /// - Returns: The file, which has the same content; unchanged if it has no date, or its table of
  ///   objects is not one of those that cairo writes.
  static func fixed(in file: [UInt8]) -> [UInt8] {
    guard let start = file.lastPlace(of: key).map({ $0 + key.count }),
      let end = file[start...].firstIndex(of: UInt8(ascii: ")")), end - start <= 24
    else { return file }
    let shift = constant.count - (end - start)
    var result = file[..<start] + constant + file[end...]
    if shift == 0 { return Array(result) }

    // startxref, the place of the table, %%EOF
    guard let keyword = file.lastPlace(of: Array("startxref\n".utf8)) else { return file }
    let digits = file[(keyword + 10)...].prefix { $0 != UInt8(ascii: "\n") }
    guard let table = Int(String(decoding: digits, as: UTF8.self)), table > end, table < keyword,
      file[table...].starts(with: "xref\n".utf8)
    else { return file }
    // Lines of twenty bytes, each with ten digits at its start: 0000011873 00000 n
    var line = table + 5
    line += file[line...].prefix { $0 != UInt8(ascii: "\n") }.count + 1
    while line + 20 <= keyword,
      file[line + 17] == UInt8(ascii: "n")
        || file[line + 17] == UInt8(ascii: "f")
    {
      let place = line + shift..<line + shift + 10
      guard let offset = Int(String(decoding: file[line..<line + 10], as: UTF8.self)) else {
        return file
      }
      if offset > end { result.replaceSubrange(place, with: padded(offset + shift, to: 10)) }
      line += 20
    }
    let last = keyword + 10 + shift
    result.replaceSubrange(last..<last + digits.count, with: "\(table + shift)".utf8)
    return Array(result)
  }

  private static func padded(_ number: Int, to width: Int) -> [UInt8] {
    let digits = Array("\(number)".utf8)
    return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, width - digits.count)) + digits
  }
}

extension [UInt8] {
  /// The last place where other bytes are found, or nil if there is none.
  fileprivate func lastPlace(of other: [UInt8]) -> Int? {
    guard other.count <= count else { return nil }
    return (0...count - other.count).last { self[$0...].starts(with: other) }
  }
}
