//! The files of the site, as typed values. The table in `pages.rs` gives their paths.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::address::filled;
use super::data::table::{Form, Table};
use super::former;
use super::pages::{self, HOME, table};
use crate::assess::Standing;
use crate::model::{AgencyIx, Model, NoteIx, PlaceIx, PriorityIx, TaskIx};

macro_rules! routes {
    (
        pages { $($page:ident $(($($of:ident: $kind:ty),+))? $path:literal $view:ident
            $(of $all:ident)? $(, $passing:ident)?;)+ }
        files { $($file:ident $(($($gap:ident: $type:ty),+))? $address:literal
            $(, $comes:ident)?;)+ }
    ) => {
        /// A file of the site. Pages of a list count from 1.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Route {
            $(#[doc = concat!("The page `", $path, "`.")] $page $(($($kind),+))?,)+
            $(#[doc = concat!("The file `", $address, "`.")] $file $(($($type),+))?,)+
        }

        impl Route {
            /// The path of the file.
            pub fn path(self, model: &Model) -> String {
                let (address, gaps): (_, &[Cow<'_, str>]) = match &self {
                    $(Route::$page $(($($of),+))? => ($path, &[$($($of.text(model)),+)?]),)+
                    $(Route::$file $(($($gap),+))? => ($address, &[$($($gap.text(model)),+)?]),)+
                };
                filled(address, gaps)
            }

            /// Whether the file is a page that a reader opens and a search engine may list.
            pub fn is_page(self) -> bool {
                match self {
                    $(Route::$page { .. } => true,)+
                    $(Route::$file { .. } => false,)+
                }
            }
        }

        /// The names of the gaps of all files, pages first.
        #[cfg(test)]
        const GAPS: &[&[&str]] =
            &[$(&[$($(stringify!($of)),+)?],)+ $(&[$($(stringify!($gap)),+)?],)+];
    };
}

table!(routes);

/// A value that can fill a gap in an address.
trait Gap {
    fn text<'m>(&'m self, model: &'m Model) -> Cow<'m, str>;
}

macro_rules! named_by_id {
    ($($handle:ident),+) => {
        $(impl Gap for $handle {
            fn text<'m>(&'m self, model: &'m Model) -> Cow<'m, str> {
                model[*self].id.as_str().into()
            }
        })+
    };
}

named_by_id!(PriorityIx, NoteIx, AgencyIx, PlaceIx);

impl Gap for TaskIx {
    fn text<'m>(&'m self, model: &'m Model) -> Cow<'m, str> {
        let task = &model[*self];
        task.elsewhere.as_ref().map_or(&task.id, |elsewhere| &elsewhere.task).as_str().into()
    }
}

impl Gap for usize {
    fn text(&self, _: &Model) -> Cow<'_, str> {
        match self {
            1 => "1".into(),
            number => number.to_string().into(),
        }
    }
}

impl Gap for NaiveDate {
    fn text(&self, _: &Model) -> Cow<'_, str> {
        self.to_string().into()
    }
}

impl Gap for Standing {
    fn text(&self, _: &Model) -> Cow<'_, str> {
        standing_word(*self).into()
    }
}

impl Gap for Table {
    fn text(&self, _: &Model) -> Cow<'_, str> {
        self.name().into()
    }
}

impl Gap for Form {
    fn text(&self, _: &Model) -> Cow<'_, str> {
        self.ending().into()
    }
}

/// The subject of a feed, a calendar or an embed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The whole directive.
    All,
    /// A priority.
    Priority(PriorityIx),
    /// An agency.
    Agency(AgencyIx),
}

impl Gap for Scope {
    fn text(&self, model: &Model) -> Cow<'_, str> {
        match self {
            Scope::All => pages::ALL.into(),
            Scope::Priority(ix) => format!("{}{}", pages::OF_PRIORITY, model[*ix].id).into(),
            Scope::Agency(ix) => format!("{}{}", pages::OF_AGENCY, model[*ix].id).into(),
        }
    }
}

/// A page at the old address of a record that was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OldPage {
    /// Index in the list of removed records.
    pub moved: usize,
    /// Index among the pages of that record.
    pub place: usize,
}

impl Gap for OldPage {
    fn text(&self, model: &Model) -> Cow<'_, str> {
        let pages = former::pages(&model.moved[self.moved].was);
        pages.into_iter().nth(self.place).unwrap_or_default().into()
    }
}

impl Route {
    /// Whether the file is for other programs: a feed, a calendar, a table, a description.
    pub fn is_data(self) -> bool {
        use Route::{
            Calendar, Catalog, DataPackage, DataTable, Feed, PastTable, PublicationData, Workbook,
        };
        matches!(self, Feed(_) | Calendar(_) | Workbook | DataPackage | Catalog)
            || matches!(self, DataTable(..) | PastTable(..) | PublicationData)
    }

    /// Whether the file is a picture that is shown beside a shared link.
    pub fn is_card(self) -> bool {
        use Route::{CardAgency, CardOverview, CardPlace, CardPriority, CardTask};
        matches!(self, CardOverview | CardPriority(_) | CardTask(_) | CardAgency(_) | CardPlace(_))
    }

    /// Whether the file is inserted into another website's page, so that its links must be
    /// absolute.
    pub fn is_fragment(self) -> bool {
        matches!(self, Route::EmbedOverview | Route::EmbedPriority(_) | Route::EmbedAgency(_))
    }

    /// The page about the scope of a feed, a calendar or an embed.
    pub(super) fn of_scope(scope: Scope) -> Self {
        match scope {
            Scope::All => Route::Overview,
            Scope::Priority(ix) => Route::Priority(ix),
            Scope::Agency(ix) => Route::Agency(ix),
        }
    }
}

/// The absolute address of a path on a site published at `base`.
pub(super) fn published(base: &str, path: &str) -> String {
    if path == HOME { base.to_owned() } else { [base, path].concat() }
}

/// The word for a standing in addresses.
pub(super) fn standing_word(standing: Standing) -> String {
    standing.name().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::address::ADDRESSES;

    #[test]
    fn every_gap_of_an_address_is_named_by_its_route() {
        assert_eq!(ADDRESSES[0].text, HOME);
        for (address, gaps) in ADDRESSES.iter().zip(GAPS) {
            assert_eq!(address.gaps().collect::<Vec<_>>(), *gaps, "{}", address.text);
        }
    }

    #[test]
    fn no_two_files_can_have_one_address() {
        for (n, address) in ADDRESSES.iter().enumerate() {
            assert!(ADDRESSES[..n].iter().all(|other| other.text != address.text), "{address:?}");
        }
    }

    #[test]
    fn what_the_gate_reads_is_in_the_open_data() {
        let read = pages::GATED.into_iter().chain([pages::PARTS]);
        for (path, table) in read.zip([Table::Tasks, Table::Updates, Table::Parts]) {
            assert_eq!(path, format!("du-lieu/{}.{}", table.name(), Form::Json.ending()));
        }
    }
}
