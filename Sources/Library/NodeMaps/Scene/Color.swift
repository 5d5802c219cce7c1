internal import SystemLibrary

/// A color with its opacity.
struct Color: Equatable, Hashable, Sendable {
  /// The shares of red, green and blue, from 0 to 255.
  var red: UInt8
  var green: UInt8
  var blue: UInt8
  /// The opacity, from 0 (invisible) to 255.
  var alpha: UInt8 = 255

  init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// A color given as 0xrrggbb.
  init(_ hex: UInt32) {
    self.init(
      red: UInt8(hex >> 16 & 255), green: UInt8(hex >> 8 & 255), blue: UInt8(hex & 255))
  }

  /// The color with another opacity, from 0 to 1.
  func opacity(_ share: Double) -> Color {
    var color = self
    color.alpha = UInt8((min(1, max(0, share)) * 255).rounded())
    return color
  }

  /// A mixture with another color: 0 gives this one, 1 the other.
  func mixed(with other: Color, _ share: Double) -> Color {
    func mix(_ one: UInt8, _ two: UInt8) -> UInt8 {
      UInt8((Double(one) * (1 - share) + Double(two) * share).rounded())
    }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue),
      alpha: mix(alpha, other.alpha))
  }

  /// The color as Graphviz and SVG write it, without its opacity.
  var hex: String {
    "#" + [red, green, blue].map { Self.hexDigits($0) }.joined()
  }

  /// The color as Graphviz writes it, with its opacity.
  var hexWithAlpha: String {
    alpha == 255 ? hex : hex + Self.hexDigits(alpha)
  }

  private static func hexDigits(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}

extension Color {
  /// The brightness of the color: 0 for black, 1 for white (WCAG 2.1, relative luminance).
  var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast with another color, from 1 to 21 (WCAG 2.1).
  func contrast(with other: Color) -> Double {
    let (darker, lighter) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// The color moved toward black or white until it can be read as text on a page.
  ///
  /// - Parameter page: The page's color.
  /// - Returns: A color with a contrast of at least 6 : 1 to the page.
  func readable(on page: Color) -> Color {
    let goal = page.luminance > 0.4 ? Color(0x101820) : Color(0xffffff)
    var share = 0.0
    while share < 1, mixed(with: goal, share).contrast(with: page) < 6 { share += 0.05 }
    return mixed(with: goal, min(1, share))
  }
}
