package import Algorithms

extension Digest {
  /// Adds names, each with its length.
  package mutating func add(_ names: NameList) {
    var name: [UInt8] = []
    for index in names.indices {
      name.removeAll(keepingCapacity: true)
      names.append(index, to: &name)
      add(UInt64(name.count))
      for byte in name { add(UInt64(byte)) }
    }
  }
}
