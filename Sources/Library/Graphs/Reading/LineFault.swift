/// What is wrong with a line of an edge list, before the file's name is known.
struct LineFault: Error {
  /// The line number, counted from 1; nil if the fault concerns no single line.
  var line: Int?
  let reason: EdgeListError.Reason
}
