/// The memory that Linux's control groups allow a process, as containers set it.
struct ControlGroups {
  /// The text of `/proc/self/cgroup`: a line for each hierarchy, `number:controllers:path`.
  var membership: String
  /// The folder that the hierarchies are mounted in.
  var root = "/sys/fs/cgroup"

  /// The smallest limit of a group that the process is in, or of a group around it; nil if none is
  /// known.
  ///
  /// Version 2 has one hierarchy, whose line has no controllers; in version 1, that of `memory`
  /// counts. Within a container, the path may be that of the host, and only the root be seen.
  var limit: Int? {
    var limits: [Int] = []
    for line in membership.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let controllers = parts[1].split(separator: ",")
      if controllers.isEmpty {
        limits += Self.limits(of: parts[2], in: root, file: "memory.max")
      } else if controllers.contains("memory") {
        limits += Self.limits(of: parts[2], in: "\(root)/memory", file: "memory.limit_in_bytes")
      }
    }
    return limits.min()
  }

  /// The limits of a group and of all groups around it; `max` is none.
  private static func limits(of group: Substring, in folder: String, file: String) -> [Int] {
    var names = group.split(separator: "/").filter { $0 != ".." }
    var limits: [Int] = []
    while true {
      let path = ([folder] + names.map(String.init) + [file]).joined(separator: "/")
      let text = SystemText.read(path)?.split(whereSeparator: \.isWhitespace).first
      if let limit = text.flatMap({ Int($0) }) { limits.append(limit) }
      if names.popLast() == nil { return limits }
    }
  }
}
