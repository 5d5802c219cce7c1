/// What is wrong with a line of an edge list, before the file's name is known.
struct LineFault: Error {
  /// The number of the line, from 1; nil when the fault is not one line's.
  var line: Int?
  let reason: EdgeListError.Reason
}
