/// The names that other programs give to options of this one.
///
/// They are those of gensim, word2vec, fastText, the reference code of DeepWalk, node2vec and LINE,
/// PecanPy, nodevectors, GraphVite, karateclub and PyTorch Geometric.
enum ForeignOption {
  /// What to say about an option that the command does not have.
  ///
  /// - Parameters:
  ///   - name: The option as it was written: "--vector_size", "-size".
  ///   - names: The options that the command has.
  /// - Returns: The end of a sentence, or nil if the name is unknown, or what it stands for is not
  ///   an option of this command.
  static func hint(for name: String, among names: [String]) -> String? {
    let word = name.drop { $0 == "-" }.lowercased().split(separator: "_").joined(separator: "-")
    guard word.count > 1 else { return nil }
    if names.contains("--\(word)") { return "amble calls it --\(word)" }
    if let own = ownNames.first(where: { $0.value.contains(word) })?.key {
      return names.contains(own) ? "amble calls it \(own)" : nil
    }
    guard let (needed, remark) = remarks[word] else { return nil }
    return needed.isEmpty || names.contains(needed) ? remark : nil
  }

  /// The options of this program that hints name.
  static var namesHere: Set<String> {
    Set(ownNames.keys).union(remarks.values.map(\.option)).subtracting([""])
  }

  /// The names elsewhere of each option, in lower case, without dashes before them and with dashes
  /// within.
  private static let ownNames: [String: Set<String>] = [
    "--threads": [
      "workers", "num-workers", "n-workers", "n-jobs", "jobs", "nthreads", "num-threads",
      "n-threads", "thread", "cpu-per-gpu", "processes",
    ],
    "--walks-per-node": [
      "num-walks", "number-walks", "n-walks", "walk-number", "walks-number", "nwalks", "walk-num",
      "walk-times", "num-walk", "iterations-per-node", "walks-per-vertex",
    ],
    "--walk-length": ["walklen", "walk-len", "path-length", "length", "walk-size", "l"],
    "--dimensions": [
      "size", "vector-size", "dim", "dims", "dimension", "emb-size", "embedding-size",
      "embedding-dim", "representation-size", "hidden-size", "embed-dim", "n-components",
      "vec-size",
    ],
    "--epochs": [
      "iter", "iters", "iterations", "niter", "epoch", "num-epochs", "n-epochs", "num-epoch",
      "num-iterations", "num-iters",
    ],
    "--window": ["window-size", "context-size", "ws", "win", "augmentation-distance", "context"],
    "--negatives": [
      "negative", "neg", "num-negative", "num-negatives", "num-negative-samples", "negative-size",
      "negative-samples", "neg-samples",
    ],
    "--negative-exponent": ["ns-exponent", "negative-sample-exponent", "neg-exponent"],
    "--learning-rate": ["alpha", "lr", "start-alpha", "initial-lr", "rho", "eta"],
    "--subsampling": ["sample", "t", "subsample"],
    "--p": ["return-parameter", "ret-p", "return-weight", "return-hyperparameter"],
    "--q": ["inout-parameter", "in-out-parameter", "inout-p", "explore-weight"],
    "--gamma": ["tie-deviation"],
    "--seed": ["random-seed", "random-state", "rng-seed", "random-walk-seed"],
    "--output": ["out", "output-file", "outfile", "save", "save-path", "embedding-file"],
    "--initial": ["pretrained", "pretrained-vectors", "init"],
    "--count": ["topn", "top-n", "topk", "top-k", "k", "n-neighbors", "num-neighbors"],
    "--test": ["test-size", "test-ratio", "test-share", "test-frac", "test-fraction"],
    "--labels": ["label-file", "labels-file"],
    "--columns": ["names", "usecols"],
    "--delimiter": ["sep", "separator", "delim"],
    "--ignore-weights": ["unweighted"],
  ]

  /// Options that are something else here: the option that a command needs for the remark to be
  /// true, or none; and the remark.
  private static let remarks: [String: (option: String, remark: String)] = [
    "input": ("--layout", "the edge list is an argument without a name: 'amble embed EDGES'"),
    "edgelist": ("--layout", "the edge list is an argument without a name: 'amble embed EDGES'"),
    "edge-list": ("--layout", "the edge list is an argument without a name: 'amble embed EDGES'"),
    "graph": ("--layout", "the edge list is an argument without a name: 'amble embed EDGES'"),
    "train": ("--layout", "the edge list is an argument without a name: 'amble embed EDGES'"),
    "corpus-file": ("--walks", "walks that are made already are read by --walks"),
    "sentences": ("--walks", "walks that are made already are read by --walks"),
    "sg": ("--model", "skip-gram is what --model is without being said; --model cbow is the other"),
    "skipgram": ("--model", "skip-gram is what --model is without being said"),
    "cbow": ("--model", "amble calls it --model cbow"),
    "hs": ("--output-layer", "amble calls it --output-layer hierarchical-softmax"),
    "min-alpha": (
      "--final-learning-rate-share",
      "--final-learning-rate-share is the learning rate at the end as a share of --learning-rate"
    ),
    "shrink-windows": (
      "--full-window", "windows shrink at random unless --full-window is there"
    ),
    "weighted": ("--ignore-weights", "weights are read where the file has them"),
    "undirected": ("--directed", "edges are undirected unless --directed is there"),
    "min-count": ("--epochs", "every node gets a vector, however rare"),
    "extend": ("--strategy", "amble calls it --strategy node2vec+"),
    "binary": ("--format", "the ending of --output says the format; .bin is binary"),
    "preprocess": ("", "walks need no preprocessing here"),
    "verbose": ("--quiet", "messages are shown unless --quiet is there"),
    "debug": ("--quiet", "messages are shown unless --quiet is there"),
  ]
}
