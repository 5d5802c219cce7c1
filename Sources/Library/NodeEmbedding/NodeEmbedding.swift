// One import for everything a program needs: `import NodeEmbedding`.
@_exported public import EmbeddingFiles
@_exported public import EmbeddingTables
@_exported public import Errors
@_exported public import Evaluation
@_exported public import EvaluationReports
@_exported public import Files
@_exported public import Graphs
@_exported public import Names
@_exported public import NearestNeighbors
@_exported public import Parallel
@_exported public import Projections
@_exported public import RandomNumbers
@_exported public import RandomWalks
@_exported public import SkipGramTraining
@_exported public import Text

// Pictures need Graphviz and igraph; builds without the trait `Maps` need neither.
#if Maps
  @_exported public import NodeMaps
#endif
