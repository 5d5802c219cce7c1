import Foundation
import Testing

@testable import NodeMaps

/// The palette for readers who see fewer colors.
@Suite struct PaletteTests {
  /// Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision
  /// Deficiency, 2009; severity 1.
  static let simulations: [(name: String, matrix: [[Double]])] = [
    ("normal", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanopia",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "deuteranopia",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    ),
    (
      "tritanopia",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    ),
  ]

  @Test(arguments: [0, 1, 2, 3])
  func `any two colors can be told apart`(simulation: Int) {
    let matrix = Self.simulations[simulation].matrix
    let colors = Palette.colors.map { Self.lab($0, matrix) }
    for first in colors.indices {
      for second in 0..<first {
        let wanted = first < 8 ? 11.0 : 8.0
        #expect(
          Self.difference(colors[first], colors[second]) >= wanted,
          "\(first) and \(second) in \(Self.simulations[simulation].name)")
      }
    }
  }

  @Test func `the scale of numbers grows lighter all the way`() {
    let lightness = (0...20).map { ColorScale.color(of: Double($0) / 20).luminance }
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy(<))
    #expect(ColorScale.color(of: -1).hex == "#440154")
    #expect(ColorScale.color(of: 2).hex == "#fde725")
  }

  private static func lab(_ color: Color, _ matrix: [[Double]]) -> [Double] {
    let linear = [color.red, color.green, color.blue].map { channel -> Double in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let seen = matrix.map { row in
      min(1, max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }))
    }
    let toXYZ = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ]
    let white = [0.95047, 1, 1.08883]
    let f = zip(toXYZ, white).map { row, white -> Double in
      let value = zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 } / white
      return value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  /// The color difference CIEDE2000.
  private static func difference(_ first: [Double], _ second: [Double]) -> Double {
    func degrees(_ radians: Double) -> Double { radians * 180 / .pi }
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    let meanChroma = (hypot(first[1], first[2]) + hypot(second[1], second[2])) / 2
    let g = 0.5 * (1 - sqrt(pow(meanChroma, 7) / (pow(meanChroma, 7) + pow(25, 7))))
    let (a1, a2) = (first[1] * (1 + g), second[1] * (1 + g))
    let (c1, c2) = (hypot(a1, first[2]), hypot(a2, second[2]))
    func hue(_ a: Double, _ b: Double) -> Double {
      let angle = degrees(atan2(b, a))
      return angle < 0 ? angle + 360 : angle
    }
    let (h1, h2) = (hue(a1, first[2]), hue(a2, second[2]))
    var turn = h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    let hueDifference = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    let lightness = (first[0] + second[0]) / 2
    let chroma = (c1 + c2) / 2
    let mean = abs(h1 - h2) > 180 ? (h1 + h2 + 360) / 2 : (h1 + h2) / 2
    let t =
      1 - 0.17 * cos(radians(mean - 30)) + 0.24 * cos(radians(2 * mean))
      + 0.32 * cos(radians(3 * mean + 6)) - 0.2 * cos(radians(4 * mean - 63))
    let sl = 1 + 0.015 * pow(lightness - 50, 2) / sqrt(20 + pow(lightness - 50, 2))
    let sc = 1 + 0.045 * chroma
    let sh = 1 + 0.015 * chroma * t
    let rotation =
      -2 * sqrt(pow(chroma, 7) / (pow(chroma, 7) + pow(25, 7)))
      * sin(radians(60 * exp(-pow((mean - 275) / 25, 2))))
    let l = (second[0] - first[0]) / sl
    let c = (c2 - c1) / sc
    let h = hueDifference / sh
    return sqrt(l * l + c * c + h * h + rotation * c * h)
  }
}
