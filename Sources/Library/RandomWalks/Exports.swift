// Walks are drawn with the generator and checked with these errors; who asks for walks gets both.
@_exported public import Errors
@_exported public import RandomNumbers
