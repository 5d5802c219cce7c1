internal import Text
internal import SkipGramTraining

extension TrainingModel: OptionChoice {}
extension OutputLayer: OptionChoice {}
extension TrainingOptimizer: OptionChoice {}
extension LearningRateSchedule: OptionChoice {}
extension TrainingPreset: OptionChoice {}

extension Option<EmbedCommand> {
  /// The option that sets walks and training to those of a paper or a program.
  static var preset: Option<EmbedCommand> {
    Option(
      names: ["--preset"], valueName: TrainingPreset.valueName,
      help: "The walks and the training of a paper or a program; options behind it still count.",
      property: "preset", defaultText: { _ in nil },
      set: { (command, text) throws(UsageError) in
        guard let preset = TrainingPreset(rawValue: text) else {
          throw UsageError(
            "--preset must be \(TrainingPreset.accepted), not \(Excerpt.quoted(text.utf8))")
        }
        command.walks.options = preset.walks
        command.training = preset.training
      })
  }
}
