#pragma once

#include "core/error.h"

#include <QByteArray>

namespace countersign {

/// The ED807 message in what the Bank of Russia gives out (ru-payments.md 5.1): a zip with one XML file inside, or that
/// file itself. The bytes come from outside; they are not looked into further than that.
/// Errors: fileNotUnderstood (a web page, neither zip nor XML, a damaged zip, none or several files inside, more than
/// largestDirectoryFile when unpacked, packed like a bomb, a document type; detail says which).
[[nodiscard]] Result<QByteArray> unpackEd807(const QByteArray &bytes);

} // namespace countersign
