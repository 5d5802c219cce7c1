import Graphs
import Testing

@Suite struct GraphDigestTests {
  @Test func `the same graph has the same digest, however it is written`() throws {
    let texts = ["1 2\n2 3\n", "3,2\n1,2\n", "%\n1\t2\r\n3\t2", "1 2 1\n2 3 1.0\n"]
    let digests = try texts.map { try EdgeListTests.read($0).graph.digest }
    #expect(Set(digests).count == 1)
  }

  @Test func `any difference changes the digest`() throws {
    let texts = ["1 2\n2 3\n", "1 2\n1 3\n", "1 2\n2 4\n", "1 2 2\n2 3 1\n", "a b\nb c\n", "1 2\n"]
    var digests = try texts.map { try EdgeListTests.read($0).graph.digest }
    digests.append(try EdgeListTests.read("1 2\n2 3\n") { $0.isDirected = true }.graph.digest)
    #expect(Set(digests).count == digests.count)
  }

  @Test func `the digest is the same on every machine and in every version`() {
    let graph = Graph(nodeCount: 3, weightedEdges: [(0, 1, 0.5), (1, 2, 2)])
    #expect(graph.digest == 12_659_573_112_214_827_105)
  }
}
