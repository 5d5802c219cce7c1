import Graphs
import Testing

@testable import RandomWalks

@Suite struct WeightSumsTests {
  /// A star of 5000 leaves with whole numbers as weights, so that sums are exact.
  static let star = Graph(
    nodeCount: 5001, weightedEdges: (1...5000).map { (0, Node($0), Float($0 % 7 + 1)) },
    isDirected: true)

  static let runs = [0..<1, 0..<64, 1..<65, 63..<64, 0..<5000, 17..<4931, 64..<4096, 4999..<5000]

  @Test(arguments: runs)
  func `a run's sum is that of its weights`(run: Range<Int>) {
    let expected = run.reduce(0) { $0 + Double(Self.star.allWeights[$1]) }
    #expect(WeightSums(Self.star).sum(run, of: 0) == expected)
  }

  @Test(arguments: runs)
  func `every place belongs to the arc whose weight covers it`(run: Range<Int>) {
    let sums = WeightSums(Self.star)
    var place = 0.0
    for arc in run {
      let weight = Double(Self.star.allWeights[arc])
      #expect(sums.arc(in: run, of: 0, at: place) == arc)
      #expect(sums.arc(in: run, of: 0, at: place + weight - 0.5) == arc)
      place += weight
    }
    #expect(sums.arc(in: run, of: 0, at: place) == run.upperBound - 1)
  }

  @Test(arguments: runs)
  func `arcs below the floor of their node count nothing`(run: Range<Int>) {
    var floors = [Float](repeating: 0, count: 5001)
    floors[0] = 5
    let sums = WeightSums(Self.star, floors: floors)
    let weights = run.map { Self.star.allWeights[$0] }
    #expect(sums.sum(run, of: 0) == weights.reduce(0) { $0 + ($1 >= 5 ? Double($1) : 0) })
    if let first = run.first(where: { Self.star.allWeights[$0] >= 5 }) {
      #expect(sums.arc(in: run, of: 0, at: 0) == first)
    }
  }

  @Test func `a giant beside a run takes no digits from its sum`() {
    let graph = Graph(
      nodeCount: 302, weightedEdges: (1...301).map { (0, Node($0), $0 == 100 ? 1e30 : 1) },
      isDirected: true)
    #expect(WeightSums(graph).sum(100..<301, of: 0) == 201)
  }
}
