import Foundation

/// Expected numbers made by `Fixtures/make_fixtures.py`.
enum Fixture {
  static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(name)")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}

/// Whether two lists agree to a billionth.
func agrees(_ left: [Double], _ right: [Double], within tolerance: Double = 1e-9) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance }
}
