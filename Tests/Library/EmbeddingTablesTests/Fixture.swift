import EmbeddingTables
import Foundation
import Testing

/// A case that PyTorch was run on; `Fixtures/generate.py` writes them.
struct Fixture: Decodable, Sendable {
  struct Options: Decodable {
    var paddingIdx: Int?
    var maxNorm: Double?
    var normType: Norm?
    var scaleGradByFreq: Bool?
    var lr: Double?
    var maximize: Bool?
    var lrDecay: Double?
    var initialAccumulatorValue: Double?
    var eps: Double?
    var betas: [Double]?
  }

  /// The p of a norm; JSON has no infinity.
  struct Norm: Decodable {
    var value: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      value = (try? container.decode(Double.self)) ?? .infinity
    }
  }

  struct Sparse: Decodable {
    var indices: [Int]
    var values: [Float]
  }

  struct Step: Decodable {
    var indices: [Int]
    var values: Units
  }

  /// Multiples of 1/64, written as integers.
  struct Units: Decodable {
    var numbers: [Float]

    init(from decoder: any Decoder) throws {
      numbers = try decoder.singleValueContainer().decode([Int].self).map { Float($0) / 64 }
    }
  }

  var rows: Int
  var dimensions: Int
  var options: Options
  var table: Units
  var tableAfter: [Float]?

  var shape: [Int]?
  var indices: [Int]?
  var outputGradient: Units?
  var output: [Float]?
  var gradient: [Float]?
  var sparse: Sparse?

  var mode: String?
  var offsets: [Int]?
  var includesLastOffset: Bool?
  var weights: Units?
  var weightGradient: [Float]?

  var optimizer: String?
  var isDense: Bool?
  var steps: [Step]?
  var state: [[Float]]?

  /// The cases of a file.
  static func read(_ name: String) throws -> [Fixture] {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .map { try decoder.decode(Fixture.self, from: Data($0.utf8)) }
  }

  /// The trainable table of the case.
  func makeTable(threadCount: Int) throws -> EmbeddingTable {
    var result = try EmbeddingTable(
      fromPretrained: table.numbers.span, dimensions: dimensions, freeze: false,
      paddingIndex: options.paddingIdx, maxNorm: options.maxNorm,
      normType: options.normType?.value ?? 2,
      scalesGradientByFrequency: options.scaleGradByFreq ?? false)
    result.threadCount = threadCount
    return result
  }
}

/// Whether numbers agree to 1e-6: absolutely where the expected ones are below 1, relatively above.
func agree(_ values: [Float], _ expected: [Float]) -> Bool {
  values.count == expected.count
    && zip(values, expected).allSatisfy { abs($0 - $1) <= 1e-6 * max(1, abs($1)) }
}

/// Whether arrays are equal; unlike `==` in an expectation it lists no differences of long ones.
func areSame<Element: Equatable>(_ values: [Element], _ expected: [Element]) -> Bool {
  values == expected
}

extension EmbeddingTable {
  /// All numbers of the table.
  borrowing func numbers() -> [Float] {
    var numbers: [Float] = []
    for row in 0..<rowCount {
      let components = self[row]
      for index in components.indices { numbers.append(components[index]) }
    }
    return numbers
  }
}

extension Span<Float> {
  /// The numbers of a span.
  var numbers: [Float] { indices.map { self[$0] } }
}
