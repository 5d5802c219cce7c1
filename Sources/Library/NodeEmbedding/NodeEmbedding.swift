// One import for everything a program needs: `import NodeEmbedding`.
@_exported public import EmbeddingFiles
@_exported public import EmbeddingTables
@_exported public import Evaluation
@_exported public import Graphs
@_exported public import Names
@_exported public import NearestNeighbors
@_exported public import RandomWalks
@_exported public import SkipGramTraining
