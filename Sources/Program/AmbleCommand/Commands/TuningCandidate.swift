internal import Text
internal import Graphs
internal import RandomNumbers
internal import RandomWalks
internal import SkipGramTraining

/// A choice of the tuned parameters: *p*, *q*, dimensions, window, walk length.
struct TuningCandidate: Sendable, Equatable {
  var returnParameter: Double
  var inOutParameter: Double
  var dimensions: Int
  var windowSize: Int
  var walkLength: Int

  /// The values that the search chooses from.
  static let returnParameters = [0.25, 0.5, 1, 2, 4]
  static let inOutParameters = [0.25, 0.5, 1, 2, 4]
  static let dimensions = [32, 64, 128, 256]
  static let windowSizes = [2, 5, 10]
  static let walkLengths = [20, 40, 80]

  /// The number of choices.
  static var choiceCount: Int {
    returnParameters.count * inOutParameters.count * dimensions.count * windowSizes.count
      * walkLengths.count
  }

  /// The choice contained in options.
  init(_ walks: WalkOptions, _ training: SkipGramOptions) {
    returnParameter = walks.returnParameter
    inOutParameter = walks.inOutParameter
    dimensions = training.dimensions
    windowSize = training.windowSize
    walkLength = walks.walkLength
  }

  /// The choice with a number in 0..<`choiceCount`.
  private init(number: Int) {
    var rest = number
    func pick<Value>(_ values: [Value]) -> Value {
      defer { rest /= values.count }
      return values[rest % values.count]
    }
    returnParameter = pick(Self.returnParameters)
    inOutParameter = pick(Self.inOutParameters)
    dimensions = pick(Self.dimensions)
    windowSize = pick(Self.windowSizes)
    walkLength = pick(Self.walkLengths)
  }

  /// All choices: first the given one, then the others in an order determined by the seed.
  ///
  /// A longer list begins with the shorter one: more trials add choices, and do not replace them.
  static func all(startingWith first: TuningCandidate, seed: UInt64) -> [TuningCandidate] {
    var generator = SplitMix64(seed: seed, 0x74_75_6e_65)
    var numbers = Array(0..<choiceCount)
    for last in stride(from: numbers.count - 1, to: 0, by: -1) {
      numbers.swapAt(last, generator.next(below: last + 1))
    }
    return [first] + numbers.map { TuningCandidate(number: $0) }.filter { $0 != first }
  }

  /// The options with this choice, and with a share of the walks on a graph.
  func options(
    _ walks: WalkOptions, _ training: SkipGramOptions, effort: Double, on graph: Graph
  ) -> (walks: WalkOptions, training: SkipGramOptions) {
    var walks = walks
    var training = training
    walks.returnParameter = returnParameter
    walks.inOutParameter = inOutParameter
    walks.walkLength = walkLength
    let walksPerNode = walks.budget(on: graph).walksPerNode
    walks.walksPerNode = max(1, Int((Double(walksPerNode) * effort).rounded()))
    training.dimensions = dimensions
    training.windowSize = windowSize
    return (walks, training)
  }

  /// The relative cost of training: pairs times components.
  ///
  /// Narrow vectors cost more than their components suggest: the fixed work per pair counts like 16
  /// of them.
  var cost: Double {
    Double(walkLength) * Double(windowSize + 1) * Double(dimensions + 16)
  }

  /// The choice as options of the command line.
  var commandLine: String {
    "--p \(returnParameter.shortText) --q \(inOutParameter.shortText) --dimensions \(dimensions) "
      + "--window \(windowSize) --walk-length \(walkLength)"
  }
}
