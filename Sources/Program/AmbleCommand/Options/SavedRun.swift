internal import Files
internal import Text

/// The command line of a run, as stored in its folder of checkpoints.
///
/// The folder may come from elsewhere, and must not decide what is overwritten. An output that only
/// the folder names has to lie beside the folder or in the current one, or below; neither it nor a
/// folder on the way may be hidden; and nothing may be there yet, except the log of the run. Any
/// other output has to be said again.
struct SavedRun {
  /// The folder.
  let folder: String
  /// The words after the command's name.
  let words: [String]

  /// Reads the command line of the run that `--resume` names.
  ///
  /// - Parameter words: The current words. Nil is returned if they resume no run.
  /// - Throws: `FileError` if the folder does not contain a run, `UsageError` if it contains
  ///   something else.
  init?(resumedBy words: [String]) throws {
    guard let folder = Self.folder(in: words) else { return nil }
    let path = Self.commandPath(in: folder)
    let text = try InputFile.read(path)
    let saved = String(decoding: text, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    guard saved.contains(where: { $0.hasPrefix("--checkpoint") }) else {
      throw UsageError(
        "\(path) is not the command of a run; --resume takes the folder that was given to "
          + "--checkpoint")
    }
    if let word = saved.first(where: Self.hasControlCharacters) {
      throw UsageError("\(path) has control characters in \(Excerpt.quoted(word.utf8))")
    }
    self.folder = folder
    self.words = saved
  }

  private static func folder(in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--resume=") { return String(word.dropFirst("--resume=".count)) }
      if word == "--resume" && index + 1 < words.count { return words[index + 1] }
    }
    return nil
  }

  /// The path of the command line in a folder of checkpoints.
  static func commandPath(in folder: String) -> String { "\(folder)/command.txt" }

  /// Whether a word has characters that change what a terminal shows.
  static func hasControlCharacters(_ word: String) -> Bool {
    word.unicodeScalars.contains {
      [.control, .format, .lineSeparator, .paragraphSeparator].contains(
        $0.properties.generalCategory)
    }
  }

  /// Checks the outputs that only the folder names.
  ///
  /// - Parameters:
  ///   - files: The files of the whole command line.
  ///   - words: The current words; an output that they contain is taken from them.
  /// - Throws: `UsageError` for an output that has to be said.
  func checkOutputs(among files: CommandFiles, saidIn words: [String]) throws(UsageError) {
    for entry in files.entries where entry.isOutput && entry.value != folder && entry.path != "-" {
      let isSaid = words.contains { $0 == entry.value || $0.hasSuffix("=\(entry.value)") }
      guard !isSaid, let reason = reason(against: entry) else { continue }
      throw UsageError(
        "the run in \(folder) writes \(entry.path), \(reason); "
          + "to agree, say \(entry.name) \(entry.value)")
    }
  }

  /// Why an output is not taken from the folder, or nil if it is.
  private func reason(against entry: CommandFiles.Entry) -> String? {
    let roots = [".", "\(folder)/.."]
    guard let inner = roots.lazy.compactMap({ PathWithin($0, entry.path) }).first else {
      return "which is neither beside it nor in the current folder"
    }
    if inner.isHidden { return "which is hidden" }
    if InputFile.exists(entry.path) && !(entry.name == "--log" && LineLog.isLog(entry.path)) {
      return "which exists"
    }
    return nil
  }
}
