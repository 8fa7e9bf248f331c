#pragma once

#include "directory/directorycomparison.h"
#include "directory/directoryshelf.h"

#include <QFuture>
#include <QObject>

namespace countersign {

/// A directory that was fetched or read, and not yet taken.
struct OfferedDirectory
{
    std::shared_ptr<const Ed807Directory> directory;
    QByteArray xml;    ///< as it will be kept
    QByteArray sha256; ///< of `xml`, as hexadecimal digits
    QString source;    ///< address, or file's name without its folder
    DirectoryComparison comparison;
    std::shared_ptr<const Ed807Directory> comparedWith; ///< what was in force then; may be null
};

/// A reason of this many characters is asked for before what was objected to is taken.
inline constexpr qsizetype shortestAcceptance = 10;

/// Everything that a window may ask for about the BIK directory. Lives on the window's thread; the work is done
/// elsewhere and nothing here blocks. Each future finishes exactly once.
class DirectoryDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Without a directory: a null pointer. Also while it is still being loaded.
    [[nodiscard]] virtual KeptDirectory inForce() const = 0;
    /// Where fetch() asks, for people.
    [[nodiscard]] virtual QString address() const = 0;
    /// Today in Moscow, by which the directory's age is judged.
    [[nodiscard]] virtual QDate today() const = 0;
    /// The Bank of Russia's current directory. Errors: networkFailed (detail: the failure's word), fileTooLarge, those
    /// of unpackEd807 and readEd807; storeUnavailable while the present one is not loaded.
    virtual QFuture<Result<OfferedDirectory>> fetch() = 0;
    /// The same from a file, XML or zip; fileUnreadable.
    virtual QFuture<Result<OfferedDirectory>> readFile(QString path) = 0;
    /// Puts it into force: the audit record first, then the shelf, then the use. Objections need an `acceptance` of at
    /// least shortestAcceptance characters: reasonNeeded. staleView when another one has come into force meanwhile.
    virtual QFuture<Result<>> take(OfferedDirectory offered, QString acceptance) = 0;

Q_SIGNALS:
    void changed(); ///< another directory is in force
};

} // namespace countersign
