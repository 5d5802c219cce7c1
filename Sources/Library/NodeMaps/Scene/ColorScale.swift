/// The colors of numbers: viridis, from dark blue for the smallest to yellow for the largest.
///
/// Its lightness increases evenly, so that it can be read without color (S. van der Walt, N. Smith
/// 2015).
enum ColorScale {
  private static let stops: [Color] = [
    0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b,
    0xfde725,
  ].map { Color($0) }

  /// The position of a number between the smallest and the largest, from 0 to 1.
  static func share(of number: Double, in range: ClosedRange<Double>?) -> Double {
    guard let range, range.upperBound > range.lowerBound else { return 0.5 }
    return (number - range.lowerBound) / (range.upperBound - range.lowerBound)
  }

  /// The color of a share.
  ///
  /// - Parameters:
  ///   - share: A number from 0 to 1; numbers outside are clamped.
  ///   - theme: The theme; on a dark page, the darkest colors are not used.
  /// - Returns: The color.
  static func color(of share: Double, theme: Theme = .light) -> Color {
    let dark = theme == .dark ? 0.22 : 0
    let place = (dark + (1 - dark) * min(1, max(0, share))) * Double(stops.count - 1)
    let index = min(stops.count - 2, Int(place))
    return stops[index].mixed(with: stops[index + 1], place - Double(index))
  }
}
