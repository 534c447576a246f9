import Domain

/// A mail as it is read: who, when, and the texts in it; nothing in it is opened or fetched.
struct Mail {
  /// A text of a mail, and where it stands in it.
  struct Text {
    let text: String

    /// The name of the attachment that it is; `nil` for what is shown with the mail.
    let attachment: String?
    var isSheet = false
  }

  /// What kind of mail it is, as far as it is no person's answer.
  enum Automatic {
    /// It tells that a mail did not arrive.
    case bounce
    /// It tells something else about a mail: that it is late, or was read.
    case notice
    /// A machine answers while a person is away.
    case reply
  }

  private(set) var sender: String?

  /// The sender's address in lower case; `nil` where none is told.
  private(set) var address: String?
  private(set) var subject: String?
  private(set) var sent: String?
  private(set) var date: MailDate?
  private(set) var name: String?

  /// The names of the mails that it answers, or that it holds.
  private(set) var references: [String] = []

  /// All subjects in it, of mails that it holds, too.
  private(set) var subjects: [String] = []
  private(set) var automatic: Automatic?
  private(set) var texts: [Text] = []

  /// What was peculiar about reading it, as sentences.
  private(set) var notes: [String] = []

  /// Reads a mail; whatever the bytes are, something comes of it.
  init(_ bytes: [UInt8]) {
    let root = MailPart(bytes[...])
    let headers = root.headers
    sender = headers.text("from")
    address = Mail.address(in: headers["from"] ?? "")
    subject = headers.text("subject")
    sent = headers.text("date")
    date = headers["date"].flatMap { MailDate($0) }
    name = headers["message-id"]
    automatic = Mail.automatic(root)
    takeNames(headers)
    collect(root, isInside: false)
    if root.hasMore {
      notes.append("It has more than \(MailPart.most) parts; those behind them were not read.")
    }
    if root.isCutOff, !notes.contains(Mail.cutOff) { notes.append(Mail.cutOff) }
  }

  private static let cutOff = "It is cut off: its end is missing."

  /// A text that is no mail.
  init(text: String, notes: [String]) {
    texts = [Text(text: text, attachment: nil)]
    self.notes = notes
  }

  /// A sheet that is no mail.
  init(sheet: String, file: String, notes: [String]) {
    texts = [Text(text: sheet, attachment: file, isSheet: true)]
    self.notes = notes
  }

  /// The address in a field such as `Name <name@host>`.
  private static func address(in field: String) -> String? {
    let words = field.split { $0 == "<" || $0 == ">" || $0.isWhitespace }
    return words.last { $0.contains("@") }.map { $0.lowercased().harmless }
  }

  private mutating func takeNames(_ headers: MailHeaders) {
    for field in ["in-reply-to", "references", "message-id", "x-failed-message-id"] {
      references += headers.all(field)
    }
    if let subject = headers.text("subject") { subjects.append(subject) }
  }

  private mutating func collect(_ part: MailPart, isInside: Bool) {
    switch part.type.value {
    case "multipart/alternative": collectBest(part)
    case "multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime":
      notes.append("It is encrypted: have your mail program save it as text, and read that.")
    case "message/delivery-status", "message/disposition-notification": break
    case "text/rfc822-headers", "message/rfc822":
      guard !part.parts.isEmpty else {
        notes.append("A mail inside it lies too deep to be read.")
        return
      }
      for inner in part.parts {
        takeNames(inner.headers)
        collect(inner, isInside: true)
      }
    case let type where type.hasPrefix("multipart/"):
      if part.parts.isEmpty, !part.body.isEmpty {
        take(part, as: nil)
      }
      for inner in part.parts { collect(inner, isInside: isInside) }
    default: take(part, as: part.fileName)
    }
  }

  /// Of several ways of saying the same takes the plain one, unless only another has the form.
  private mutating func collectBest(_ part: MailPart) {
    let plain = part.parts.first { $0.type.value == "text/plain" || $0.type.value.isEmpty }
    let other = part.parts.last { inner in
      inner.type.value == "text/html" || inner.type.value.hasPrefix("multipart/")
    }
    guard let other else {
      if let plain { take(plain, as: nil) }
      return
    }
    guard let plain else {
      collect(other, isInside: false)
      return
    }
    let text = plain.text().text
    var rich = self
    rich.texts = []
    rich.collect(other, isInside: false)
    let isRicher = rich.texts.contains { FormMarker.count(in: $0.text) > 0 }
    let isEmpty = text.allSatisfy(\.isWhitespace)
    if FormMarker.count(in: text) == 0, isRicher || isEmpty {
      rich.texts = texts + rich.texts
      self = rich
    } else {
      take(plain, as: nil)
      // Beside the same words, a related part may bring attachments.
      for inner in other.parts where !inner.isText { collect(inner, isInside: false) }
    }
  }

  private mutating func take(_ part: MailPart, as attachment: String?) {
    let ending = attachment?.lowercased() ?? ""
    let isSheet = part.type.value == "text/csv" || ending.hasSuffix(".csv")
    // What says that it has parts, and has none, is a text.
    let isText =
      isSheet || part.isText || ending.hasSuffix(".txt") || part.type.value.hasPrefix("multipart/")
    guard isText, part.type.value != "text/calendar" else {
      if part.type.value.hasPrefix("image/"), attachment == nil { return }
      notes.append(
        "“\((attachment ?? part.type.value).prefix(80))” was not opened: "
          + "look at it, and file what it says by hand.")
      return
    }
    let (text, note) = part.text()
    if let note { notes.append(note) }
    if part.isBroken, !notes.contains(Mail.cutOff) { notes.append(Mail.cutOff) }
    guard !isSheet else {
      texts.append(Text(text: text, attachment: attachment ?? "a sheet", isSheet: true))
      return
    }
    let plain: String
    if part.type.value == "text/html" {
      let html = HTMLText(text)
      plain = html.text
      notes.append("It is written in HTML; its text was read.")
      if html.leavesOut { notes.append("What is struck out or hidden in it was left out.") }
    } else if part.type["format"]?.lowercased() == "flowed" {
      plain = TextLines.unflowed(
        text, isSpaceDropped: part.type["delsp"]?.lowercased() == "yes")
    } else {
      plain = text
    }
    texts.append(Text(text: plain.harmless, attachment: attachment))
  }

  private static func automatic(_ root: MailPart) -> Automatic? {
    let headers = root.headers
    let sender = (headers["from"] ?? "").lowercased()
    let subject = (headers.text("subject") ?? "").lowercased()
    if root.type.value == "multipart/report" {
      let kind = root.type["report-type"]?.lowercased()
      guard kind == nil || kind == "delivery-status" else { return .notice }
      let status = root.parts.first { $0.type.value == "message/delivery-status" }
      let text = status.map { String(decoding: $0.content, as: UTF8.self).lowercased() } ?? ""
      return text.contains("action: failed") || status == nil ? .bounce : .notice
    }
    if sender.contains("mailer-daemon") || sender.contains("postmaster@")
      || headers["x-failed-recipients"] != nil
    {
      return .bounce
    }
    let submitted = headers["auto-submitted"]?.lowercased() ?? "no"
    let marks = ["x-autoreply", "x-autorespond", "x-autoresponse"]
    let beginnings = ["out of office", "automatic reply", "auto-reply", "autoreply", "auto reply"]
    let isReply =
      !submitted.hasPrefix("no") || marks.contains { headers[$0] != nil }
      || headers["precedence"]?.lowercased() == "auto_reply"
      || beginnings.contains { subject.hasPrefix($0) }
    return isReply ? .reply : nil
  }
}
