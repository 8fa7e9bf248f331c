#include "ui/settings/bankkeylist.h"

#include "ui/models/visibletext.h"
#include "ui/settings/fieldrow.h"
#include "ui/settings/filefield.h"
#include "ui/settings/profilewords.h"
#include "core/futures.h"
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
}

void BankKeyList::setFiles(const QString &profileName, const QStringList &files)
{
    ++m_generation;
    while (!m_entries.isEmpty())
        delete m_entries.takeLast().frame;
    for (const QString &file : files) {
        addEntry(file, KeyDetails{}, true);
        watch(m_desk.inspectBankKey(m_desk.resolvedPath(profileName, file)), this,
              [this, file, generation = m_generation](const Result<KeyDetails> &found) {
                  if (generation != m_generation) return;
                  const auto place = std::find_if(m_entries.begin(), m_entries.end(),
                                                  [&file](const Entry &entry) { return entry.file == file; });
                  if (place == m_entries.end()) return;
                  place->fingerprint = found ? found->fingerprint : QString();
                  place->details->setText(found ? fingerprintLines(found->fingerprint)
                                                : u"! "_s + bankKeySentence(found.error()));
              });
    }
}

QStringList BankKeyList::files() const
{
    QStringList files;
    for (const Entry &entry : m_entries)
        files.append(entry.file);
    return files;
}

void BankKeyList::setKind(Environment kind)
{
    m_kind = kind;
    for (const Entry &entry : std::as_const(m_entries))
        entry.compared->setVisible(kind == Environment::live);
}

bool BankKeyList::isComparisonOpen() const
{
    return m_kind == Environment::live && std::any_of(m_entries.cbegin(), m_entries.cend(),
                                                      [](const Entry &entry) { return !entry.compared->isChecked(); });
}

void BankKeyList::add()
{
    const QString file = m_file->fileName();
    if (file.isEmpty()) return say(tr("Choose the file with the bank's public key first."));
    m_adding->setEnabled(false);
    m_problem->hide();
    watch(m_desk.inspectBankKey(file), this, [this, file](const Result<KeyDetails> &found) {
        m_adding->setEnabled(true);
        if (!found) return say(bankKeySentence(found.error()));
        const bool known = std::any_of(m_entries.cbegin(), m_entries.cend(), [&](const Entry &entry) {
            return entry.file == file || entry.fingerprint == found->fingerprint;
        });
        if (known) return say(tr("This key is in the list already."));
        m_file->setFileName({});
        addEntry(file, found, false);
        Q_EMIT changed();
    });
}

void BankKeyList::addEntry(const QString &file, const Result<KeyDetails> &found, bool compared)
{
    auto *frame = new QWidget(this);
    auto *inside = new QWidget(frame);
    auto *name = plainLabel(visibleText(file), Tone::normal, inside);
    auto *details = plainLabel(fingerprintLines(found->fingerprint), Tone::normal, inside);
    details->setObjectName(u"bankFingerprint"_s);
    details->setFont(accountFont(90));
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *tick = new QCheckBox(tr("I have compared this fingerprint with the bank by phone"), inside);
    tick->setObjectName(u"compared"_s);
    tick->setAccessibleDescription(visibleText(file));
    tick->setChecked(compared);
    tick->setVisible(m_kind == Environment::live);
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
    m_entries.append({frame, file, found->fingerprint, details, tick});
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
    focusFile();
    Q_EMIT changed();
}

void BankKeyList::showPoints(const QList<OpenPoint> &points)
{
    m_problem->setVisible(!points.isEmpty());
    if (!points.isEmpty()) m_problem->setText(u"! "_s + points.first().sentence);
}

void BankKeyList::focusFile()
{
    m_file->edit()->setFocus();
}

void BankKeyList::say(const QString &sentence)
{
    m_problem->setText(u"! "_s + sentence);
    m_problem->show();
    focusFile();
}

} // namespace countersign::ui
