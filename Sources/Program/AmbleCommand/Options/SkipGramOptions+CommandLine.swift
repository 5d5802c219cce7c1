internal import Text
internal import NodeEmbedding
internal import SkipGramTraining

extension SkipGramOptions {
  /// The options of every command that trains.
  static var commandLine: [Option<SkipGramOptions>] {
    [
      .value("--model", to: \.model, "Whether a node predicts those near it, or they predict it."),
      .value(
        "--output-layer", to: \.outputLayer,
        "What a prediction is trained against: a few other nodes, or a tree of all nodes. All but "
          + "skip-gram with negative sampling is trained on one thread."),
      .value(
        "--optimizer", to: \.optimizer,
        "Plain gradient descent, or Adagrad with a rate for each row, which takes a "
          + "--learning-rate near 0.1."),
      .value("--schedule", to: \.schedule, "How the learning rate goes to its end."),
      .value(
        "--patience", to: \.patience,
        "Stop when the held-out loss has not fallen for so many episodes; without it, never."),
      .value("--dimensions", "-d", to: \.dimensions, "How many components a vector has."),
      .value(
        "--window", to: \.windowSize,
        "The largest distance, in steps of a walk, at which two nodes are a pair.",
        property: "windowSize"),
      .flag(
        "--full-window", to: \.reducesWindow, is: false,
        "Pair at every distance of the window alike; without it, each node draws its own window "
          + "from 1 to --window, as word2vec does."),
      .value(
        "--negatives", to: \.negativeSampleCount, "How many negative samples a pair has.",
        property: "negativeSampleCount"),
      .value(
        "--negative-exponent", to: \.negativeExponent,
        "Negative samples are drawn by frequency to this power."),
      .value(
        "--epochs", to: \.epochCount, "How often the walks are passed.", property: "epochCount"),
      .value("--learning-rate", to: \.learningRate, "The learning rate at the start."),
      .value(
        "--final-learning-rate-share", to: \.finalLearningRateShare,
        "The learning rate at the end, as a share of --learning-rate."),
      .value(
        "--subsampling", to: \.subsampling,
        "Above 0, leaves frequent nodes out of walks at random, as word2vec's 'sample' does; 0 is "
          + "off: nodes are not stop words."),
      .value(
        "--degree-axis", to: \.hasDegreeAxis,
        "Whether one direction of the vectors tells the degrees of nodes instead of the mean of "
          + "all vectors: for products that predict edges, not for maps.", property: "hasDegreeAxis"
      ),
    ]
  }

  /// The values of the options as two lines of text.
  var text: [String] {
    let window = "window \(windowSize)\(reducesWindow ? " (reduced at random)" : "")"
    let negatives =
      outputLayer == .hierarchicalSoftmax
      ? "hierarchical softmax"
      : "\(negativeSampleCount) negatives by frequency^\(negativeExponent.shortText)"
    let end = learningRate * (schedule == .constant ? 1 : finalLearningRateShare)
    let rate = "rate \(learningRate.shortText) → \(end.shortText) (\(schedule.rawValue))"
    let epochs = "\(epochCount) epoch\(epochCount == 1 ? "" : "s")"
    return [
      "\(model.rawValue), \(dimensions) dimensions, \(window), \(negatives)",
      "\(epochs), \(optimizer.rawValue), \(rate), "
        + "subsampling \(subsampling > 0 ? subsampling.shortText : "off")"
        + (canHaveDegreeAxis ? ", degree axis" : ""),
    ]
  }
}
