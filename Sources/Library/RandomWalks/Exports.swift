// Walks take a generator and throw these errors; whoever imports walks gets both.
@_exported public import Errors
@_exported public import RandomNumbers
