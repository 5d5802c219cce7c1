internal import Files

/// The memory of an embedding's numbers.
enum VectorStorage: Sendable {
  case array([Float])
  /// `count` floats in a file, starting at an offset that is aligned to 4 bytes in memory.
  case file(FileBytes, offset: Int, count: Int)

  /// Uses the floats of a file, or a copy of them if they are not aligned in memory.
  ///
  /// - Precondition: The file is long enough.
  init(_ file: FileBytes, offset: Int, count: Int) {
    let size = count * MemoryLayout<Float>.size
    let bytes = file.span.extracting(offset..<offset + size)
    let isAligned = unsafe bytes.withUnsafeBufferPointer { bytes in
      Int(bitPattern: bytes.baseAddress) % MemoryLayout<Float>.alignment == 0
    }
    if isAligned {
      self = .file(file, offset: offset, count: count)
    } else {
      self = .array(Self.copy(bytes, count: count))
    }
  }

  private static func copy(_ bytes: Span<UInt8>, count: Int) -> [Float] {
    unsafe [Float](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      // SAFETY: `bytes` has four bytes for each of the floats that the buffer has room for.
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(bytes))
      }
      initializedCount = count
    }
  }

  var isMapped: Bool {
    if case .file(let file, _, _) = self { file.isMapped } else { false }
  }

  var count: Int {
    switch self {
    case .array(let array): array.count
    case .file(_, _, let count): count
    }
  }

  var span: Span<Float> {
    @_lifetime(borrow self) get {
      switch self {
      case .array(let array):
        return unsafe _overrideLifetime(array.span, borrowing: self)
      case .file(let file, let offset, let count):
        // SAFETY: `init` has checked range and alignment; `self` holds the file.
        let bytes = unsafe file.span.extracting(offset..<offset + count * MemoryLayout<Float>.size)
          .bytes
        return unsafe _overrideLifetime(Span<Float>(_bytes: bytes), borrowing: self)
      }
    }
  }
}
