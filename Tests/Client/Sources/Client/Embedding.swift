import NodeEmbedding
import Synchronization

/// What a run reports, from whichever thread.
final class ProgressLog: Sendable {
  private let fractions = Mutex<[Double]>([])

  func note(_ progress: TrainingProgress) {
    fractions.withLock { $0.append(progress.fraction) }
  }

  var all: [Double] { fractions.withLock(\.self) }
}

/// Embeds a graph without blocking, and keeps the vectors in a file.
func tryEmbedding(_ expectations: inout Expectations, folder: String) async throws -> Embedding {
  let graph = try Graph(contentsOf: "graphs/karate.edges")
  var method = Node2Vec(returnParameter: 0.25, inOutParameter: 0.25, seed: 7)
  let log = ProgressLog()
  let embedding = try await method.embed(graph, onProgress: { log.note($0) })
  expectations.expect(
    embedding.count == 34 && embedding.vector(named: "34")?.count == 128,
    "each member has a vector of 128 numbers")
  expectations.expect(log.all == log.all.sorted(), "progress goes forward")
  expectations.expect(log.all.last == 1, "progress ends with all of the work")

  method.threadCount = 1
  let again = try await method.embed(graph)
  expectations.expect(again.digest == embedding.digest, "one thread gives the same vectors")

  for name in ["karate.npy", "karate.safetensors", "karate.emb"] {
    try embedding.write(to: "\(folder)/\(name)")
    let read = try Embedding(contentsOf: "\(folder)/\(name)")
    expectations.expect(read.digest == embedding.digest, "\(name) holds the same vectors")
  }
  print("embedding: \(embedding.count) vectors after \(log.all.count) reports of progress")
  return embedding
}

/// Stops a run that would take hours.
func tryCancellation(_ expectations: inout Expectations) async throws {
  let graph = try Graph(contentsOf: "graphs/lesmis.edges")
  var method = DeepWalk(dimensions: 128)
  method.training.epochCount = 100_000
  let run = Task { [method] in try await method.embed(graph) }
  try await Task.sleep(for: .milliseconds(300))
  run.cancel()
  do {
    _ = try await run.value
    expectations.expect(false, "a canceled run throws")
  } catch {
    expectations.expect(
      error is CancellationError, "a canceled run throws that it was, not \(error)")
  }
  print("cancellation: stopped")
}
