/// Walks are drawn with the generator; who asks for walks gets it with them.
@_exported public import RandomNumbers
