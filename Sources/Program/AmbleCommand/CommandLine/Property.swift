/// The path to a property that an option or an argument sets.
typealias Property<Root, Value> = any WritableKeyPath<Root, Value> & Sendable
