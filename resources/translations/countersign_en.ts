<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>countersign::ui::BeforeSending</name>
    <message numerus="yes">
        <source>%n things to correct</source>
        <translation>
            <numerusform>%n thing to correct</numerusform>
            <numerusform>%n things to correct</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields to fill in</source>
        <translation>
            <numerusform>%n field to fill in</numerusform>
            <numerusform>%n fields to fill in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings to look at</source>
        <translation>
            <numerusform>%n warning to look at</numerusform>
            <numerusform>%n warnings to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No similar payout in %n days</source>
        <translation>
            <numerusform>No similar payout in %n day</numerusform>
            <numerusform>No similar payout in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::ComparisonWords</name>
    <message numerus="yes">
        <source>%n fields of the recipient differ from your request.</source>
        <translation>
            <numerusform>%n field of the recipient differs from your request.</numerusform>
            <numerusform>%n fields of the recipient differ from your request.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields differ from your request.</source>
        <translation>
            <numerusform>%n field differs from your request.</numerusform>
            <numerusform>%n fields differ from your request.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::FoundElsewhere</name>
    <message numerus="yes">
        <source>Show %n found in all payouts</source>
        <translation>
            <numerusform>Show %n found in all payouts</numerusform>
            <numerusform>Show %n found in all payouts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::GroupConfirmWindow</name>
    <message numerus="yes">
        <source>%n payouts confirmed.</source>
        <translation>
            <numerusform>%n payout confirmed.</numerusform>
            <numerusform>%n payouts confirmed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not confirmed, see the list.</source>
        <translation>
            <numerusform>%n was not confirmed, see the list.</numerusform>
            <numerusform>%n were not confirmed, see the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payouts</source>
        <comment>chosen to be confirmed</comment>
        <translation>
            <numerusform>%n payout</numerusform>
            <numerusform>%n payouts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more wait for a review of their own: something differs, is new or needs a look.</source>
        <translation>
            <numerusform>%n more waits for a review of its own: something differs, is new or needs a look.</numerusform>
            <numerusform>%n more wait for a review of their own: something differs, is new or needs a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %n payouts of %1 in all</source>
        <translation>
            <numerusform>Confirm %n payout of %1</numerusform>
            <numerusform>Confirm %n payouts of %1 in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payouts wait for a review of their own: something differs, is new or needs a look.</source>
        <translation>
            <numerusform>%n payout waits for a review of its own: something differs, is new or needs a look.</numerusform>
            <numerusform>%n payouts wait for a review of their own: something differs, is new or needs a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From account %1: %n payouts, %2</source>
        <translation>
            <numerusform>From account %1: %n payout, %2</numerusform>
            <numerusform>From account %1: %n payouts, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportRowsModel</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is a sentence</extracomment>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportRowsPage</name>
    <message numerus="yes">
        <source>%n drafts</source>
        <extracomment>what the ticked rows come to</extracomment>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows in the file</source>
        <translation>
            <numerusform>%n row in the file</numerusform>
            <numerusform>%n rows in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from …%1: %n payments</source>
        <translation>
            <numerusform>from …%1: %n payment</numerusform>
            <numerusform>from …%1: %n payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and from %n more accounts</source>
        <translation>
            <numerusform>and from %n more account</numerusform>
            <numerusform>and from %n more accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::PayoutListPage</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::RecipientWords</name>
    <message numerus="yes">
        <source>Paid %n times</source>
        <translation>
            <numerusform>Paid %n time</numerusform>
            <numerusform>Paid %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::SendDraftsWindow</name>
    <message numerus="yes">
        <source>%n a minute</source>
        <comment>payouts sent, at most</comment>
        <translation>
            <numerusform>%n a minute</numerusform>
            <numerusform>%n a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payouts</source>
        <comment>chosen to be sent</comment>
        <translation>
            <numerusform>%n payout</numerusform>
            <numerusform>%n payouts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are the newest %n drafts.</source>
        <translation>
            <numerusform>This is the newest %n draft.</numerusform>
            <numerusform>These are the newest %n drafts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are still drafts, see the list.</source>
        <translation>
            <numerusform>%n is still a draft, see the list.</numerusform>
            <numerusform>%n are still drafts, see the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n for checking</source>
        <comment>payouts</comment>
        <translation>
            <numerusform>Send %n for checking</numerusform>
            <numerusform>Send %n for checking</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::SituationWords</name>
    <message numerus="yes">
        <source>The same request left this computer %n times, last %1</source>
        <translation>
            <numerusform>The same request left this computer %n time, last %1</numerusform>
            <numerusform>The same request left this computer %n times, last %1</numerusform>
        </translation>
    </message>
</context>
</TS>
