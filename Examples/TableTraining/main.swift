// Training a table with a loss of one's own, as one would with PyTorch's nn.Embedding: vectors of
// the karate club's members whose products say who is a friend of whom.
//
//     swift run -c release TableTraining [--seed N]

import Foundation
import NodeEmbedding

/// All pairs of members, and the loss of their vectors: the mean of −log σ(u·v) over friends and
/// −log σ(−u·v) over the others.
struct Friendships {
  /// Both members of each pair, one after the other.
  let members: Indices
  /// Whether each pair are friends.
  let areFriends: [Bool]

  init(of graph: Graph) {
    var members: [Int] = []
    var areFriends: [Bool] = []
    for first in 0..<Node(graph.nodeCount) {
      for second in 0..<first {
        members += [Int(first), Int(second)]
        areFriends.append(graph.hasEdge(from: first, to: second))
      }
    }
    self.members = Indices(members)
    self.areFriends = areFriends
  }

  /// The loss, its gradient by every vector, and the share of the pairs that are told right.
  func loss(
    of vectors: VectorArray
  ) throws -> (loss: Double, gradient: VectorArray, rightShare: Double) {
    var loss = 0.0
    var rightCount = 0
    var gradient = [Float](repeating: 0, count: vectors.elements.count)
    for (pair, isFriend) in areFriends.enumerated() {
      let (first, second) = (vectors[2 * pair], vectors[2 * pair + 1])
      var score: Float = 0
      for index in first.indices { score += first[index] * second[index] }
      let probability = 1 / (1 + exp(-score))
      loss -= Double(log(isFriend ? probability : 1 - probability))
      if (score > 0) == isFriend { rightCount += 1 }
      let slope = (probability - (isFriend ? 1 : 0)) / Float(areFriends.count)
      let start = 2 * pair * vectors.dimensions
      for index in first.indices {
        gradient[start + index] = slope * second[index]
        gradient[start + vectors.dimensions + index] = slope * first[index]
      }
    }
    return (
      loss / Double(areFriends.count), try VectorArray(shape: vectors.shape, elements: gradient),
      Double(rightCount) / Double(areFriends.count)
    )
  }
}

func run(seed: UInt64) throws {
  let graph = try Graph(contentsOf: "graphs/karate.edges")
  let friendships = Friendships(of: graph)
  var table = try EmbeddingTable(
    rowCount: graph.nodeCount, dimensions: 16, initialization: .normal(standardDeviation: 0.1),
    seed: seed)
  var optimizer = try Adagrad(for: table, learningRate: 0.3)

  print("step\tloss\tpairs told right")
  for step in 0...200 {
    let vectors = try table.lookUp(friendships.members)
    let (loss, gradient, rightShare) = try friendships.loss(of: vectors)
    if step % 40 == 0 {
      print("\(step)\t\(String(format: "%.3f", loss))\t\(Int(100 * rightShare)) %")
    }
    try optimizer.step(
      &table, with: try table.sparseGradient(of: friendships.members, from: gradient))
  }
}

/// The argument that follows a word.
func argument(after word: String) -> String? {
  CommandLine.arguments.drop { $0 != word }.dropFirst().first
}

try run(seed: argument(after: "--seed").flatMap { UInt64($0) } ?? 1)
