import Graphs
import RandomWalks
import Testing

@testable import SkipGramTraining

@Suite struct ObjectiveTests {
  static let objectives: [(TrainingModel, OutputLayer, TrainingOptimizer)] = [
    (.skipGram, .negativeSampling, .rowwiseAdagrad),
    (.skipGram, .hierarchicalSoftmax, .gradientDescent),
    (.skipGram, .hierarchicalSoftmax, .rowwiseAdagrad),
    (.continuousBagOfWords, .negativeSampling, .gradientDescent),
    (.continuousBagOfWords, .negativeSampling, .rowwiseAdagrad),
    (.continuousBagOfWords, .hierarchicalSoftmax, .gradientDescent),
  ]

  static func options(
    _ model: TrainingModel, _ output: OutputLayer, _ optimizer: TrainingOptimizer
  ) -> SkipGramOptions {
    var options = SkipGramOptions()
    options.dimensions = 20
    options.model = model
    options.outputLayer = output
    options.optimizer = optimizer
    if optimizer == .rowwiseAdagrad { options.learningRate = 0.1 }
    // One example a node, of a mean of many: CBOW takes longer steps.
    if model == .continuousBagOfWords { options.learningRate *= 8 }
    return options
  }

  static func vectors(_ options: SkipGramOptions, threadCount: Int) throws -> [Float] {
    var walks = WalkOptions()
    walks.walkLength = 20
    let corpus = WalkCorpus(of: SkipGramTrainerTests.groups(10), options: walks, seed: 1)
    return try SkipGramTrainer(options: options, seed: 1, threadCount: threadCount)
      .train(on: corpus).vectors()
  }

  @Test(arguments: objectives)
  func `every objective finds the groups, alike on any number of threads`(
    model: TrainingModel, output: OutputLayer, optimizer: TrainingOptimizer
  ) throws {
    let options = Self.options(model, output, optimizer)
    let vectors = try Self.vectors(options, threadCount: 3)
    #expect(try vectors == Self.vectors(options, threadCount: 1))
    #expect(SkipGramTrainerTests.shareWithNeighborOfGroup(vectors, dimensions: 20) > 0.95)
  }

  @Test func `schedules begin and end where they say`() {
    var options = SkipGramOptions()
    options.learningRate = 0.08
    options.finalLearningRateShare = 0.25
    let expected: [LearningRateSchedule: [Double]] = [
      .linear: [0.08, 0.065, 0.05, 0.02], .constant: [0.08, 0.08, 0.08, 0.08],
      // 1/2 - cos(45°)/2 = 0.146447 of the way at a quarter.
      .cosine: [0.08, 0.071213, 0.05, 0.02],
    ]
    for (schedule, rates) in expected {
      options.schedule = schedule
      for (done, rate) in zip([0, 0.25, 0.5, 1], rates) {
        #expect(abs(options.learningRate(at: done) - rate) < 1e-6)
      }
    }
  }

  @Test func `a rate that is far too large stops with an error`() {
    var options = SkipGramOptions()
    options.dimensions = 20
    options.learningRate = 1e4
    #expect {
      try Self.vectors(options, threadCount: 2)
    } throws: { error in
      guard case TrainingError.diverged(episode: _, let loss)? = error as? TrainingError else {
        return false
      }
      return !(loss < 500) && "\(error)".contains("smaller learning rate")
    }
  }

  @Test func `training stops early when the held-out loss does not fall`() throws {
    var options = SkipGramOptions()
    options.dimensions = 8
    options.epochCount = 100
    options.schedule = .constant
    options.patience = 3
    var walks = WalkOptions()
    walks.walkLength = 20
    let corpus = WalkCorpus(of: SkipGramTrainerTests.groups(4), options: walks, seed: 1)
    var losses: [Double] = []
    var last: TrainingProgress?
    _ = try SkipGramTrainer(options: options, seed: 1, threadCount: 2).train(on: corpus) {
      if $0.episode > losses.count { losses.append($0.loss ?? 0) }
      last = $0
    }
    let episodes = losses.count
    #expect(last.map { $0.episode < $0.episodeCount } == true)
    #expect(losses.suffix(3).allSatisfy { $0 >= losses[episodes - 4] })
    #expect(losses[episodes - 4] == losses.min())
  }

  @Test func `the loss before training is that of a coin`() throws {
    var options = SkipGramOptions()
    options.dimensions = 8
    var walks = WalkOptions()
    walks.walksPerNode = 3
    let corpus = WalkCorpus(of: SkipGramTrainerTests.groups(40), options: walks, seed: 1)
    var losses: [Double] = []
    _ = try SkipGramTrainer(options: options, seed: 1, threadCount: 2)
      .train(on: corpus) { losses.append($0.loss ?? 0) }
    // log 2 for each target; a negative that is the context itself, one in 1,200, is left out.
    #expect(abs((losses.first ?? 0) - 6 * 0.6931) < 0.05)
    #expect((losses.last ?? 9) < 3)
  }

  @Test func `the defaults are those of word2vec's authors, without subsampling`() {
    let options = SkipGramOptions()
    #expect(options.dimensions == 128)
    #expect((options.windowSize, options.reducesWindow) == (10, true))
    #expect((options.negativeSampleCount, options.negativeExponent) == (5, 0.75))
    #expect((options.learningRate, options.finalLearningRateShare) == (0.025, 0.0001))
    #expect((options.schedule, options.optimizer) == (.linear, .gradientDescent))
    #expect((options.epochCount, options.subsampling) == (1, 0))
  }

  @Test func `options out of their range are refused`() {
    var options = SkipGramOptions()
    options.patience = 0
    #expect(throws: OptionError(option: "patience", value: "0", accepted: "at least 1")) {
      try options.validate()
    }
  }
}
