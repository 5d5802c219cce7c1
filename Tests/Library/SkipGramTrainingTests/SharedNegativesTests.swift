import Testing

@testable import SkipGramTraining

@Suite struct SharedNegativesTests {
  @Test(arguments: 1...SkipGramOptions.largestNegativeSampleCount)
  func `the samples of a group count as many as a pair has`(wanted: Int) {
    var options = SkipGramOptions()
    options.negativeSampleCount = wanted
    let shared = SharedNegatives(options)
    #expect(shared.count <= wanted && 5 * shared.count >= 3 * wanted)
    #expect(abs(Float(shared.count) * shared.weight - Float(wanted)) < 1e-4)
  }

  @Test func `five are drawn as three, but with a rate for each row as five`() {
    var options = SkipGramOptions()
    #expect(SharedNegatives(options).count == 3)
    options.optimizer = .rowwiseAdagrad
    #expect(SharedNegatives(options).count == 5)
    #expect(SharedNegatives(options).weight == 1)
  }
}
