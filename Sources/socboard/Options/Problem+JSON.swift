import Domain
import JSON

extension Problem {
  /// The problem of a sheet's cell as an object.
  var json: Value {
    var object = Object()
    object["what"] = .string(what)
    object["remedy"] = .string(remedy)
    if let line { object["line"] = .number(Number(line)) }
    if let column { object["column"] = .number(Number(column)) }
    if let field { object["field"] = .string(field) }
    return .object(object)
  }
}
