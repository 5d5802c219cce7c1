/// Writes numbers with two decimals as bytes.
enum DecimalWriter {
  /// Appends a number, rounded to hundredths, without trailing zeros.
  ///
  /// - Parameters:
  ///   - number: A finite number below 10¹⁵ in magnitude.
  ///   - bytes: The buffer to append to.
  static func append(_ number: Double, to bytes: inout [UInt8]) {
    let hundredths = Int((number * 100).rounded())
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = hundredths.magnitude
    append(magnitude / 100, to: &bytes)
    let fraction = UInt8(magnitude % 100)
    guard fraction != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + fraction / 10)
    if fraction % 10 != 0 { bytes.append(UInt8(ascii: "0") + fraction % 10) }
  }

  private static func append(_ number: UInt, to bytes: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// A number as text, rounded to hundredths.
  static func text(_ number: Double) -> String {
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
