#include "ui/settings/bankkeylist.h"

#include "core/futures.h"
#include "ui/models/visibletext.h"
#include "ui/settings/fieldrow.h"
#include "ui/settings/filefield.h"
#include "ui/settings/profilewords.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

BankKeyList::BankKeyList(SetupDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk),
      m_file(new FileField(FileField::Want::file, tr("Choose the bank's public key"), this)),
      m_adding(new QWidget(this)), m_problem(plainLabel({}, Tone::danger, this)), m_column(new QVBoxLayout)
{
    m_file->edit()->setObjectName(u"bankKeyFile"_s);
    m_problem->setObjectName(u"bankKeyProblem"_s);
    m_problem->hide();
    m_column->setSpacing(8);
    auto *add = new HintButton(tr("&Add this key"), {}, this);
    add->setObjectName(u"addBankKey"_s);
    auto *row = new QHBoxLayout(m_adding);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_file, 1);
    row->addWidget(add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(m_column);
    layout->addWidget(new FieldRow(tr("Bank's public &key"), m_adding,
                                   tr("A PEM file from the bank. It proves that a webhook comes from the bank."),
                                   m_file->edit(), this));
    layout->addWidget(m_problem);
    connect(add, &QPushButton::clicked, this, &BankKeyList::add);
    connect(m_file, &FileField::changed, this, [this] {
        m_problem->hide();
        Q_EMIT learned();
    });
}

void BankKeyList::setFiles(const QString &profileName, const QStringList &files, const QStringList &compared)
{
    ++m_generation;
    m_comparedBefore = compared;
    while (!m_entries.isEmpty())
        delete m_entries.takeLast().frame;
    for (const QString &file : files) {
        addEntry(file, {});
        watch(m_desk.inspectBankKey(m_desk.resolvedPath(profileName, file)), this,
              [this, file, generation = m_generation](const Result<KeyDetails> &found) {
                  if (generation == m_generation) read(file, found);
              });
    }
}

void BankKeyList::read(const QString &file, const Result<KeyDetails> &found)
{
    const auto place =
        std::find_if(m_entries.begin(), m_entries.end(), [&file](const Entry &entry) { return entry.file == file; });
    if (place == m_entries.end()) return;
    place->fingerprint = found ? found->fingerprint : QString();
    place->details->setText(found ? fingerprintLines(found->fingerprint) : u"! "_s + bankKeySentence(found.error()));
    const QSignalBlocker quiet(place->compared); // nobody ticked it just now
    place->compared->setEnabled(found.has_value());
    place->compared->setChecked(found && m_comparedBefore.contains(found->fingerprint));
    if (m_comparisonAsked && window()->focusWidget() == m_file->edit() && m_file->fileName().isEmpty())
        focusOn({ProfileField::comparedBankKeys, -1, {}, true});
    Q_EMIT learned();
}

QStringList BankKeyList::files() const
{
    QStringList files;
    for (const Entry &entry : m_entries)
        files.append(entry.file);
    return files;
}

QStringList BankKeyList::compared() const
{
    const bool allRead = std::none_of(m_entries.cbegin(), m_entries.cend(),
                                      [](const Entry &entry) { return entry.fingerprint.isEmpty(); });
    QStringList compared = allRead ? QStringList() : m_comparedBefore; // of a file that can't be read just now
    for (const Entry &entry : m_entries) {
        if (entry.fingerprint.isEmpty()) continue;
        compared.removeAll(entry.fingerprint);
        if (entry.compared->isChecked()) compared.append(entry.fingerprint);
    }
    return compared;
}

void BankKeyList::setKind(Environment kind)
{
    m_kind = kind;
    for (const Entry &entry : std::as_const(m_entries))
        entry.compared->setVisible(kind != Environment::practice);
}

void BankKeyList::setOwnKey(const QString &fingerprint)
{
    m_ownKey = fingerprint;
}

bool BankKeyList::isComparisonOpen() const
{
    return m_kind != Environment::practice && std::any_of(m_entries.cbegin(), m_entries.cend(), [](const Entry &entry) {
               return !entry.compared->isChecked();
           });
}

QList<OpenPoint> BankKeyList::openPoints(const QString &ownKey) const
{
    QList<OpenPoint> points;
    const auto add = [&points](ProfileField field, const QString &sentence, bool holds = true) {
        points.append({field, 0, sentence, holds});
    };
    if (!m_file->fileName().isEmpty())
        add(ProfileField::bankPublicKeyFiles, tr("A key is chosen but not in the list. Add it, or empty the field."));
    const bool ours =
        !ownKey.isEmpty() && std::any_of(m_entries.cbegin(), m_entries.cend(),
                                         [&ownKey](const Entry &entry) { return entry.fingerprint == ownKey; });
    if (ours)
        add(ProfileField::bankPublicKeyFiles, tr("One of the bank's keys is your own public key. Remove it, and add "
                                                 "the public key that the bank gave you."));
    if (isComparisonOpen())
        add(ProfileField::comparedBankKeys,
            tr("Compare the fingerprint of the bank's public key with the bank by phone, then tick it."),
            m_kind == Environment::live);
    return points;
}

void BankKeyList::add()
{
    const QString file = m_file->fileName();
    if (file.isEmpty()) return say(tr("Choose the file with the bank's public key first."));
    m_adding->setEnabled(false);
    m_problem->hide();
    watch(m_desk.inspectBankKey(file), this, [this, file](const Result<KeyDetails> &found) { take(file, found); });
}

void BankKeyList::take(const QString &file, const Result<KeyDetails> &found)
{
    m_adding->setEnabled(true);
    if (!found) return say(bankKeySentence(found.error()));
    if (!m_ownKey.isEmpty() && found->fingerprint == m_ownKey)
        return say(bankKeySentence({ErrorCode::bankKeyIsOurs, {}}));
    const bool known = std::any_of(m_entries.cbegin(), m_entries.cend(), [&](const Entry &entry) {
        return entry.file == file || entry.fingerprint == found->fingerprint;
    });
    if (known) return say(tr("This key is in the list already."));
    m_file->setFileName({});
    addEntry(file, found->fingerprint);
    Q_EMIT changed();
}

void BankKeyList::addEntry(const QString &file, const QString &fingerprint)
{
    auto *frame = new QWidget(this);
    auto *inside = new QWidget(frame);
    auto *name = plainLabel(visibleText(file), Tone::normal, inside);
    auto *details = plainLabel(fingerprintLines(fingerprint), Tone::normal, inside);
    details->setObjectName(u"bankFingerprint"_s);
    details->setFont(accountFont());
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *tick = new QCheckBox(tr("I have compared this fingerprint with the bank by phone"), inside);
    tick->setObjectName(u"compared"_s);
    tick->setAccessibleDescription(visibleText(file));
    tick->setEnabled(!fingerprint.isEmpty());
    tick->setVisible(m_kind != Environment::practice);
    auto *remove = new HintButton(tr("Remove"), {}, inside);
    remove->setObjectName(u"removeBankKey"_s);
    remove->setAccessibleName(tr("Remove the key %1").arg(visibleText(file)));
    setButtonRole(remove, ButtonRole::quiet);
    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(name);
    column->addWidget(details);
    column->addWidget(tick);
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(0, 6, 0, 0);
    row->addLayout(column, 1);
    row->addWidget(remove, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new FieldRow(tr("Fingerprint (SHA-256)"), inside, {}, tick, frame));
    tick->setAccessibleName(tick->text());
    m_column->addWidget(frame);
    frame->show();
    m_entries.append({frame, file, fingerprint, details, tick});
    connect(tick, &QCheckBox::toggled, this, &BankKeyList::changed);
    connect(remove, &QPushButton::clicked, this, [this, frame] { removeEntry(frame); });
}

void BankKeyList::removeEntry(const QWidget *frame)
{
    const auto place =
        std::find_if(m_entries.begin(), m_entries.end(), [frame](const Entry &entry) { return entry.frame == frame; });
    if (place == m_entries.end()) return;
    place->frame->hide();
    place->frame->deleteLater();
    m_entries.erase(place);
    m_file->edit()->setFocus();
    Q_EMIT changed();
}

void BankKeyList::showPoints(const QList<OpenPoint> &points)
{
    m_problem->setVisible(!points.isEmpty());
    if (!points.isEmpty()) m_problem->setText(u"! "_s + points.first().sentence);
}

void BankKeyList::focusOn(const OpenPoint &point)
{
    const auto open = std::find_if(m_entries.cbegin(), m_entries.cend(), [](const Entry &entry) {
        return !entry.compared->isChecked() && entry.compared->isEnabled();
    });
    m_comparisonAsked = point.field == ProfileField::comparedBankKeys;
    if (m_comparisonAsked && open != m_entries.cend())
        open->compared->setFocus(Qt::TabFocusReason);
    else
        m_file->edit()->setFocus(Qt::TabFocusReason);
}

void BankKeyList::say(const QString &sentence)
{
    m_problem->setText(u"! "_s + sentence);
    m_problem->show();
    m_file->edit()->setFocus();
}

} // namespace countersign::ui
