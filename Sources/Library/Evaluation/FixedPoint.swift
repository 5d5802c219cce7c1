/// A number with a fixed number of decimals, rounded half away from zero.
///
/// - Parameters:
///   - value: A number below 10¹² in size; what is not finite is written in words.
///   - decimals: The number of decimals, at most 9.
/// - Returns: The text, with a minus sign where the rounded number is below zero.
package func fixed(_ value: Double, decimals: Int = 3) -> String {
  guard value.isFinite else { return value.isNaN ? "none" : value < 0 ? "-infinite" : "infinite" }
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let rounded = Int((abs(value) * scale).rounded())
  let digits = String(rounded)
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
  let sign = value < 0 && rounded > 0 ? "-" : ""
  guard decimals > 0 else { return sign + padded }
  return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}
